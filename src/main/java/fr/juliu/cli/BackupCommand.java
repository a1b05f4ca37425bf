package fr.juliu.cli;

import fr.juliu.store.Backup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies the database into a file, while the server runs or does not. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final DataFlags data = new DataFlags();

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private String file = "";

    BackupCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Backup.Contents contents = data.backup(session).write(Folders.path("FILE", file));
        session.tell("backup.done", file, contents.pins(), contents.questions());
        return 0;
    }
}
