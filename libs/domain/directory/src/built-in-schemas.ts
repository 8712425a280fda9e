import classes from './built-in-schemas/classes.json' with { type: 'json' };
import competitiveSell from './built-in-schemas/competitive_sell.json' with { type: 'json' };
import contactInformation from './built-in-schemas/contact_information.json' with { type: 'json' };
import crossSell from './built-in-schemas/cross_sell.json' with { type: 'json' };
import department from './built-in-schemas/department.json' with { type: 'json' };
import experts from './built-in-schemas/experts.json' with { type: 'json' };
import faq from './built-in-schemas/faq.json' with { type: 'json' };
import location from './built-in-schemas/location.json' with { type: 'json' };
import medicalProfessional from './built-in-schemas/medical_professional.json' with { type: 'json' };
import pharmaceutical from './built-in-schemas/pharmaceutical.json' with { type: 'json' };
import product from './built-in-schemas/product.json' with { type: 'json' };
import service from './built-in-schemas/service.json' with { type: 'json' };
import upSell from './built-in-schemas/up_sell.json' with { type: 'json' };
import type { SchemaDocument } from './schema-document.js';

/** The schemas that come with Salient, by entry type. */
export const builtInSchemas: Readonly<Record<string, SchemaDocument>> = {
  classes,
  competitive_sell: competitiveSell,
  contact_information: contactInformation,
  cross_sell: crossSell,
  department,
  experts,
  faq,
  location,
  medical_professional: medicalProfessional,
  pharmaceutical,
  product,
  service,
  up_sell: upSell,
};
