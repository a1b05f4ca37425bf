package fr.juliu.cli;

import fr.juliu.store.Backup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a copy of the database back, while the server runs or does not. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final DataFlags data = new DataFlags();

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private String file = "";

    RestoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Backup.Restored restored = data.backup(session).restore(Folders.path("FILE", file));
        session.tell("restore.done", file, restored.contents().pins(), restored.contents().questions());
        if (restored.before() != null) {
            session.tell("restore.before", restored.before());
        }
        return 0;
    }
}
