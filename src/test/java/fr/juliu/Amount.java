package fr.juliu;

/** How much a test does: a part in the usual build, all of it in the long one, {@code mvn verify -Plong}. */
public final class Amount {

    private static final boolean LONG = Boolean.getBoolean("test.long");

    private Amount() {
    }

    /** The one that this build is for. */
    public static int of(int usual, int all) {
        return LONG ? all : usual;
    }
}
