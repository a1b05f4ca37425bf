package fr.juliu.cli;

/** What keeps a command from being run, in words that say what to do. */
abstract sealed class ToldException extends RuntimeException permits UsageException, UnusableException {

    private final String key;
    private final transient Object[] values;

    /**
     * A message.
     *
     * @param key    of {@link Words}
     * @param values what it speaks of
     */
    ToldException(String key, Object... values) {
        super(key);
        this.key = key;
        this.values = values.clone();
    }

    /** The message in the user's language. */
    String told(Words words) {
        return words.tell(key, values);
    }
}
