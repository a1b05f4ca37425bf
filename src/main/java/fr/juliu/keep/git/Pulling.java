package fr.juliu.keep.git;

/** When a folder of articles is pulled before it is read anew. */
public enum Pulling {
    /** When it is the root of a clone whose branch has a remote. */
    AUTO,
    /** Also when it is a part of such a clone, which is pulled as a whole. */
    ON,
    /** Never. */
    OFF
}
