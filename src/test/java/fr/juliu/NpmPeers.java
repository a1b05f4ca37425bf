package fr.juliu;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Other people's tools that tests talk to, from npm, in a folder under {@code target}. */
public final class NpmPeers {

    private static final Path SOURCE = Path.of("src/test/npm");
    private static final Path HOME = Path.of("target/npm");

    private NpmPeers() {
    }

    /** The folder that holds {@code node_modules}: runs {@code npm ci} unless an earlier run had the same lock file; of several JVMs one does. */
    public static synchronized Path installed() {
        Path done = HOME.resolve("installed.json");
        try {
            Files.createDirectories(HOME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (FileChannel lockFile = FileChannel.open(HOME.resolve("lock"), CREATE, WRITE);
                FileLock alone = lockFile.lock()) {
            for (Path file : files()) {
                Files.copy(file, HOME.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            Path lock = HOME.resolve("package-lock.json");
            if (Files.exists(done) && Files.mismatch(lock, done) == -1) {
                return HOME;
            }
            Path log = HOME.resolve("npm-ci.log");
            Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts").directory(HOME.toFile())
                    .redirectErrorStream(true).redirectOutput(log.toFile()).start();
            if (npm.waitFor() != 0) {
                throw new AssertionError("npm ci failed in " + HOME + ":\n" + Files.readString(log));
            }
            Files.copy(lock, done, StandardCopyOption.REPLACE_EXISTING);
            return HOME;
        } catch (IOException e) {
            throw missing(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What to say when Node or npm cannot be run. */
    public static AssertionError missing(IOException e) {
        return new AssertionError(
                "This test needs Node and npm: install Debian's nodejs and npm, or run bash .ci/run. " + e.getMessage(),
                e);
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(SOURCE)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
