package fr.juliu.picture;

/** Whether a picture is seen in light surroundings or in dark ones. */
public enum Tone {
    /** Dark letters on light paper. */
    LIGHT,
    /** Light letters on dark paper. */
    DARK
}
