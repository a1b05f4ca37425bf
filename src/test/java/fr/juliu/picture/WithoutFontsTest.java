package fr.juliu.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine whose fontconfig cannot be loaded, as in a small container. */
@Tag("integration")
final class WithoutFontsTest {

    /** Draws a picture in a process of its own. */
    static final class Draw {

        private Draw() {
        }

        public static void main(String[] arguments) throws IOException {
            TimelineRow row = new TimelineRow("2020 年 9 月", YearMonth.of(2020, 9), "学生", "étudiant", "", false);
            TimelineRow next = new TimelineRow("2021 年 9 月", YearMonth.of(2021, 9), "游客", "visiteur", "", false);
            Files.write(Path.of(arguments[0]), new TimelinePicture(new Timeline(List.of(row, next), null)).png());
        }
    }

    @Test
    void thePictureIsTheSame(@TempDir Path folder) throws IOException, InterruptedException {
        Path libraries = Files.createDirectory(folder.resolve("lib"));
        for (String name : List.of("libfontconfig.so.1", "libfontconfig.so")) {
            Files.writeString(libraries.resolve(name), "this is no library, and hides the machine's");
        }
        Path with = folder.resolve("with.png");
        Path without = folder.resolve("without.png");
        draw(with, null);
        draw(without, libraries);
        assertThat(without).hasSameBinaryContentAs(with);
    }

    private static void draw(Path to, @Nullable Path hiding) throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Draw.class.getName(), to.toString())
                .redirectErrorStream(true);
        java.environment().remove("DISPLAY");
        if (hiding != null) {
            java.environment().put("LD_LIBRARY_PATH", hiding.toString());
        }
        Process process = java.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
