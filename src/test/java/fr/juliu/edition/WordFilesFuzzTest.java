package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.trust.Alone;
import fr.juliu.trust.Fuzz;
import fr.juliu.trust.Mutation;
import fr.juliu.trust.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The files of words, one of them changed by chance: an edition is made with them, or the file is named. */
@Tag("trust")
@ResourceLock(providers = Alone.class)
@Timeout(3600)
final class WordFilesFuzzTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    /** A file with another text. */
    private record Changed(String file, String text) {
    }

    @Test
    void noFileOfWordsIsTooMuch(@TempDir Path config) throws IOException {
        Map<String, Mutation> files = new TreeMap<>();
        Map<String, String> sound = new TreeMap<>();
        try (Stream<Path> all = Files.list(Path.of("config"))) {
            for (Path file : all.filter(file -> file.toString().endsWith(".yml")).toList()) {
                String name = file.getFileName().toString();
                sound.put(name, Files.readString(Files.copy(file, config.resolve(name))));
            }
        }
        sound.remove("application.yml");
        sound.forEach((name, text) -> files.put(name, new Mutation(List.of(text))));
        List<String> names = List.copyOf(files.keySet());
        Library library = new LibraryReader(FirstArticle.folder(), null, CLOCK).read();
        Fuzz.run("files of words", Trust.of(10, 10_000), random -> changed(names, files, random), changed -> {
            Files.write(config.resolve(changed.file()), changed.text().getBytes(StandardCharsets.UTF_8));
            try (Edition edition = Edition.of(library, new ConfigFolder(config), CLOCK, false)) {
                assertThat(edition.answerer().ask("学生居留能网上申请吗").display()).isNotBlank();
            } catch (ConfigException e) {
                assertThat(e.getMessage()).isNotBlank();
            } finally {
                Files.writeString(config.resolve(changed.file()), sound.getOrDefault(changed.file(), ""));
            }
        });
    }

    private static Changed changed(List<String> names, Map<String, Mutation> files, Random random) {
        String name = names.get(random.nextInt(names.size()));
        Mutation mutation = files.getOrDefault(name, new Mutation(List.of("")));
        return new Changed(name, mutation.of(random));
    }
}
