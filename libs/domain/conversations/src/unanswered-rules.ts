/** Turns asked in vain that are grouped at once, so that memory stays bounded. */
export const UNANSWERED_MAX = 5_000;

/** Ways in which an answer says that it is none, in the languages of the widget and their neighbours; a POSIX expression. */
export const DONT_KNOW = [
  `\\mI (do not|don.t) (know|have (any |that |this )?(information|details))`,
  `\\m(could not|couldn.t|cannot|can.t|was unable to|unable to) (find|answer)\\M`,
  `\\mfound nothing\\M`,
  `\\mno (information|details|matching entry|matching entries) (about|on|for|in)\\M`,
  `\\mthere is no entry\\M`,
  `\\mwei(ß|ss) [^.]{0,30}nicht\\M`,
  `\\mkeine? (Information(en)?|Angaben?|Eintr(ag|äge)|Auskunft)\\M`,
  `\\mnichts (dazu |darüber |passendes )?gefunden\\M`,
  `\\mno (lo sé|sé|tengo (esa )?información|(he |pude )?encontr)`,
  `\\m(je ne (sais|trouve) pas|aucune information|je n.ai (rien|pas) trouvé)`,
  `\\mnão (sei|encontrei|tenho (essa )?informaç)`,
].join('|');
