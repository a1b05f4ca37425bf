package fr.juliu.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.Pictures;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.LibraryReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.ResponseEntity;

final class TimelineControllerTest {

    @Test
    void withoutATableItSaysSo(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.md"), "---\ntitle: 没有表\n---\n\n# 网站\n\n这里没有表。\n");
        Edition edition = Edition.of(new LibraryReader(folder, null, Clock.systemUTC()).read(),
                new ConfigFolder(Path.of("config")), Clock.systemUTC(), false);
        ResponseEntity<byte[]> answer = new TimelineController(new Pictures(new CurrentEdition(edition))).timeline();
        assertThat(answer.getStatusCode().value()).isEqualTo(404);
        assertThat(new String(Objects.requireNonNull(answer.getBody()), StandardCharsets.UTF_8)).contains("没有上线名单");
    }
}
