package fr.juliu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.store.Database;
import fr.juliu.store.GroupSettings;
import fr.juliu.store.Groups;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup made and restored by commands, next to whoever has the database open. */
final class BackupCommandTest {

    private static final String CHAT = "telegram:-100";
    private static final GroupSettings THEN = new GroupSettings(true, 0.7);

    private final Terminal terminal;
    private final String data;
    private final String file;

    BackupCommandTest(@TempDir Path home) {
        terminal = Terminal.in(home);
        data = home.resolve("data").toString();
        file = home.resolve("backup.db").toString();
    }

    @Test
    void whatIsBackedUpIsRestored() {
        try (Database database = Database.sqlite(Path.of(data, "juliu.db"))) {
            Groups groups = new Groups(database);
            groups.set(CHAT, THEN);
            Terminal.Output backup = terminal.run("backup", "--data", data, file);
            assertThat(backup.err()).isEqualTo("存好了：" + file + "（群里的回答 0 条，问题 0 个）\n");
            assertThat(backup.out()).isEmpty();
            assertThat(backup.code()).isZero();

            groups.set(CHAT, GroupSettings.DEFAULT);
            Terminal.Output restore = terminal.with("JULIU_DATA", data).run("restore", file);
            assertThat(restore.err()).startsWith("换好了，现在是 " + file + " 里的").contains("换之前的存在 " + data,
                    "juliu-before-20240815-120000.db");
            assertThat(restore.code()).isZero();
            assertThat(groups.settings(CHAT)).isEqualTo(THEN);

            refused(terminal.run("backup", "--data", data, file), "is there already");
        }
    }

    @Test
    void whatCannotBeDoneIsTold() {
        refused(terminal.run("backup"), "还要写 FILE");
        refused(terminal.run("backup", "--data", data, file), "there is no juliu.db");
        refused(terminal.run("restore", "--data", data, file), "there is no file " + file);
        for (String variable : List.of("JULIU_DATABASEURL", "JULIU_DATABASE_URL")) {
            Terminal postgres = terminal.with(variable, "jdbc:postgresql://host/juliu?user=juliu&password=secret");
            refused(postgres.run("backup", file), "pg_dump");
            refused(postgres.run("restore", file), "pg_restore");
        }
    }

    private static void refused(Terminal.Output output, String words) {
        assertThat(output.code()).isEqualTo(2);
        assertThat(output.out()).isEmpty();
        assertThat(output.err()).contains(words).doesNotContain("secret");
    }
}
