package fr.juliu.telegram.send;

import fr.juliu.telegram.fake.FakeChat;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A room of its own for each test of the sender, with one person to send to. */
abstract sealed class SenderCase permits RefusedSendsTest, SenderTest, SenderTroubleTest {

    @TempDir
    Path folder = Path.of("");

    SendingRoom room;
    FakeChat person;

    @BeforeEach
    void open() {
        room = new SendingRoom(folder);
        person = room.person(5);
    }

    @AfterEach
    void close() {
        room.close();
    }
}
