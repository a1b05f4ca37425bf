package fr.juliu.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reader of a folder of articles; bad files become problems, never exceptions. */
public final class LibraryReader {

    static final String QUESTIONS = "questions.jsonl";
    private static final String UNREADABLE = "文件夹读不了；请检查权限";
    private static final String PHRASINGS = "phrasings";

    private final Path folder;
    private final LinkReader linkReader;
    private final Clock clock;
    private final ConfigFolder config;
    private final LibraryCheck check;
    private volatile ParsedArticles parsed = ParsedArticles.none();

    /**
     * A reader of one folder, whose facts age as the usual settings say.
     *
     * @param siteUrl what relative links are made absolute with; without it they are text only
     * @param clock   tells which dates of a table are still plans
     */
    public LibraryReader(Path folder, @Nullable URI siteUrl, Clock clock) {
        this(folder, siteUrl, clock, new ConfigFolder(ConfigFolder.DEFAULT));
    }

    /**
     * A reader of one folder.
     *
     * @param config tells how fast facts age
     */
    public LibraryReader(Path folder, @Nullable URI siteUrl, Clock clock, ConfigFolder config) {
        this.folder = folder;
        this.linkReader = new LinkReader(siteUrl);
        this.clock = clock;
        this.config = config;
        this.check = new LibraryCheck(clock);
    }

    /**
     * The folder as it is now.
     *
     * @throws ConfigException when the file of the settings that it needs is wrong
     */
    public Library read() {
        Ages ages = Ages.read(config);
        Set<String> files = files();
        ParsedArticles reading = parsed
                .next(new ParsedArticles.Circumstances(ages, files, LocalDate.now(clock)));
        ArticleReader articles = new ArticleReader(linkReader, ages, clock);
        FileProblems folderProblems = new FileProblems(folder.toString());
        List<String> names = names(folderProblems);
        LinkCheck links = new LinkCheck(files);
        List<Problem> problems = new ArrayList<>(folderProblems.found());
        List<Article> read = new ArrayList<>();
        for (String name : names) {
            FileProblems fileProblems = new FileProblems(name);
            TextFile file = TextFile.read(folder.resolve(name), fileProblems);
            if (file == null) {
                problems.addAll(fileProblems.found());
            } else {
                ParsedArticles.Parsed one = reading.of(name, file,
                        () -> articles.read(name, file, links, fileProblems), fileProblems);
                Optional.ofNullable(one.article()).ifPresent(read::add);
                problems.addAll(one.problems());
            }
        }
        parsed = reading;
        List<KnownQuestion> questions = questions(QUESTIONS, problems);
        Map<String, List<KnownQuestion>> known = new LinkedHashMap<>();
        known.put(QUESTIONS, questions);
        phrasingFiles(problems).forEach(name -> known.put(name, questions(name, problems)));
        problems.addAll(check.of(read, known));
        List<KnownQuestion> phrasings = known.entrySet().stream().filter(file -> !file.getKey().equals(QUESTIONS))
                .flatMap(file -> file.getValue().stream()).toList();
        return new Library(read, questions, phrasings, problems);
    }

    /** The folder that it reads. */
    public Path folder() {
        return folder;
    }

    /** How an article of the folder would be read if its file held this text; what other files tell is not looked at. */
    public ArticleDraft draft(String name, String text) {
        FileProblems problems = new FileProblems(name);
        Article article = new ArticleReader(linkReader, Ages.read(config), clock).read(name, TextFile.of(text),
                new LinkCheck(files()), problems);
        List<Problem> found = new ArrayList<>(problems.found());
        if (article != null) {
            found.addAll(check.of(List.of(article), Map.of()));
        }
        return new ArticleDraft(article, found);
    }

    /** The files of phrasings, relative to the folder, by name. */
    private List<String> phrasingFiles(List<Problem> problems) {
        Path path = folder.resolve(PHRASINGS);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".jsonl") && !name.startsWith(".")).sorted()
                    .map(name -> PHRASINGS + "/" + name).toList();
        } catch (IOException | UncheckedIOException e) {
            problems.add(new Problem(PHRASINGS, 0, Problem.Severity.ERROR,
                    "the folder cannot be read (" + e + "); check its permissions", UNREADABLE));
            return List.of();
        }
    }

    private List<KnownQuestion> questions(String name, List<Problem> problems) {
        Path path = folder.resolve(name);
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        FileProblems found = new FileProblems(name);
        TextFile file = TextFile.read(path, found);
        List<KnownQuestion> questions = file == null ? List.of() : new KnownQuestionReader(found).read(file);
        problems.addAll(found.found());
        return questions;
    }

    /** The names of all files in the folder; none when it cannot be read, which is told elsewhere. */
    private Set<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException e) {
            return Set.of();
        }
    }

    private List<String> names(FileProblems problems) {
        if (!Files.isDirectory(folder)) {
            problems.error(0, "there is no such folder; create it, or set juliu.knowledge to the folder of articles",
                    "没有这个文件夹；请建好它，或者把 juliu.knowledge 设成放文章的文件夹");
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (isArticle(name)) {
                    names.add(name);
                }
            }
        } catch (IOException | DirectoryIteratorException | SecurityException e) {
            problems.error(0, "the folder cannot be read (" + e + "); check its permissions", UNREADABLE);
            return List.of();
        }
        if (names.isEmpty()) {
            problems.error(0, "the folder has no articles; put Markdown files (*.md) into it",
                    "文件夹里没有文章；请放进 Markdown 文件（*.md）");
        }
        names.sort(null);
        return names;
    }

    /** Whether it is an article's name; editors leave hidden files behind. */
    private static boolean isArticle(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".md") && !lower.equals("readme.md") && !name.startsWith(".");
    }
}
