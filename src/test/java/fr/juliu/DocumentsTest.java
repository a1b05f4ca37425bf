package fr.juliu;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What documents say of the code and of each other: examples that run, arrows that are imports, links that lead somewhere. */
final class DocumentsTest {

    private static final Path MAIN = Path.of("src", "main", "java", "fr", "juliu");
    private static final Path TEST = Path.of("src", "test", "java");
    private static final Pattern SNIPPET = Pattern
            .compile("(?m)^ \\* \\{@snippet :\\n(?<code>(?:^ \\*.*\\n)+?)^ \\* }$");
    private static final Pattern ARROW = Pattern.compile("(?m)^ *(\\w+) --> (\\w+)$");
    private static final Pattern LINK = Pattern.compile("\\]\\((?<to>[^)\\s]+)\\)|<img src=\"(?<picture>[^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern ROOM = Pattern.compile("^fr\\.juliu\\.(\\w+)");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\\n]*`");

    /** An import, of one room by another. */
    record Import(String from, String to) {
    }

    /** What was to be filled in later was. */
    @Test
    void nothingIsLeftToFillIn() throws IOException {
        try (Stream<Path> top = Files.list(Path.of("")); Stream<Path> below = Files.walk(Path.of("docs"))) {
            assertThat(Stream.concat(top, below).filter(file -> file.toString().endsWith(".md")).toList())
                    .hasSizeGreaterThan(5)
                    .allSatisfy(guide -> assertThat(read(guide)).as("%s", guide).doesNotContain("TODO"));
        }
    }

    static List<Path> rooms() throws IOException {
        try (Stream<Path> rooms = Files.list(MAIN)) {
            return rooms.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void eachRoomBeginsWithAnExampleThatATestRuns(Path room) throws IOException {
        String tests;
        try (Stream<Path> files = Files.walk(TEST)) {
            tests = files.filter(file -> file.toString().endsWith("Test.java")).map(DocumentsTest::read)
                    .map(DocumentsTest::bare).collect(Collectors.joining("\n"));
        }
        List<String> examples;
        try (Stream<Path> files = Files.walk(room)) {
            examples = files.filter(file -> file.endsWith("package-info.java")).map(DocumentsTest::read)
                    .flatMap(text -> SNIPPET.matcher(text).results()).map(found -> found.group(1))
                    .map(code -> bare(code.replaceAll("(?m)^ \\*", ""))).toList();
        }
        assertThat(SNIPPET.matcher(read(room.resolve("package-info.java"))).find()).as("an example of %s", room)
                .isTrue();
        // what closes a block that the test goes on with is no part of the comparison
        assertThat(examples).allSatisfy(code -> assertThat(tests).contains(code.replaceFirst("(\\n})+$", "")));
    }

    /** Each arrow is an import, and each import can be walked along arrows. */
    @Test
    void thePictureOfTheRoomsIsThatOfTheCode() {
        String text = read(Path.of("docs", "ARCHITECTURE.md"));
        String picture = text.substring(text.indexOf("```mermaid"), text.indexOf("```\n", text.indexOf("```mermaid")));
        Set<Import> arrows = ARROW.matcher(picture).results().map(found -> new Import(found.group(1), found.group(2)))
                .collect(toSet());
        Set<Import> imports = imports();

        assertThat(imports).containsAll(arrows);
        assertThat(imports).allSatisfy(each -> assertThat(reached(each.from(), arrows)).contains(each.to()));
    }

    static Stream<Path> documents() throws IOException {
        List<Path> files;
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            files = docs.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
        return Stream.concat(files.stream(), Stream.of("README.md", "README.en.md", "CONTRIBUTING.md", "CHANGELOG.md",
                "model/README.md", "train/README.md").map(Path::of));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadToWhatThereIs(Path document) {
        List<String> links = LINK.matcher(CODE.matcher(read(document)).replaceAll("")).results()
                .map(DocumentsTest::target).filter(link -> !link.contains(":")).toList();

        assertThat(links).allSatisfy(link -> {
            String[] parts = link.split("#", 2);
            Path to = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
            assertThat(to).exists();
            if (parts.length > 1) {
                assertThat(anchors(to)).contains(parts[1]);
            }
        });
    }

    /** What is released next stands at the top. */
    @Test
    void theNewestVersionIsThatOfTheBuild() {
        Matcher version = Pattern.compile("(?m)^## (\\d+\\.\\d+\\.\\d+)（").matcher(read(Path.of("CHANGELOG.md")));

        assertThat(version.find()).isTrue();
        assertThat(read(Path.of("pom.xml"))).contains("<artifactId>juliu</artifactId>\n  <version>" + version.group(1)
                + "</version>");
    }

    private static String target(MatchResult link) {
        return link.group("to") == null ? link.group("picture") : link.group("to");
    }

    /** The names by which GitHub leads to headings. */
    private static Set<String> anchors(Path document) {
        return HEADING.matcher(read(document).replaceAll("(?s)```.*?```", "")).results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(toSet());
    }

    private static Set<Import> imports() {
        JavaClasses house = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("fr.juliu");
        return house.stream().flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .map(each -> new Import(room(each.getOriginClass().getPackageName()),
                        room(each.getTargetClass().getPackageName())))
                .filter(each -> !each.from().isEmpty() && !each.to().isEmpty() && !each.from().equals(each.to()))
                .collect(toSet());
    }

    private static String room(String name) {
        Matcher room = ROOM.matcher(name);
        return room.find() ? room.group(1) : "";
    }

    private static Set<String> reached(String from, Set<Import> arrows) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            String room = next.pop();
            arrows.stream().filter(arrow -> arrow.from().equals(room)).map(Import::to).filter(reached::add)
                    .forEach(next::push);
        }
        return reached;
    }

    /** Lines without what stands around them. */
    private static String bare(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
