import { z } from 'zod';

export const AccountStatus = z.enum(['provisioning', 'active', 'suspended', 'moving', 'deleting', 'deleted']);
export type AccountStatus = z.infer<typeof AccountStatus>;
