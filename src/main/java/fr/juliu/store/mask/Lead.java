package fr.juliu.store.mask;

/** To whom a number leads. */
enum Lead {
    /** To nobody: it is no such number. */
    NOBODY,
    /** To a help line, which everybody may know. */
    PUBLIC,
    /** Perhaps to an office: a fixed telephone, an e-mail address. */
    OFFICE,
    /** To a person. */
    PERSON
}
