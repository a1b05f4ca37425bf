package fr.juliu.cli;

/** A command used wrongly; its message says how to use it. */
final class UsageException extends RuntimeException {

    static final String USAGE = """
            usage: java -jar juliu.jar ask "QUESTION" | ask - | ask --file QUESTIONS.jsonl  [--json] [--explain] [--knowledge DIR] [--config DIR]
                   java -jar juliu.jar check [--knowledge DIR] [--against DIR] [--links] [--json] [--floor SHARE] [--config DIR]
                   java -jar juliu.jar [--server.port=PORT] [--juliu.SETTING=VALUE]   starts the server; settings are in config/application.yml
                   java -jar juliu.jar --help | --version""";

    UsageException(String message) {
        super(message + "\n" + USAGE);
    }
}
