package fr.juliu.cli;

/** A command used wrongly; whoever is told so is told where its help is, too. */
final class UsageException extends ToldException {

    UsageException(String key, Object... values) {
        super(key, values);
    }
}
