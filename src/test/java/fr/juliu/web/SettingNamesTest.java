package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;

/** Which settings there are, and what is said of those that there are not. */
final class SettingNamesTest {

    private final SettingNames names = new SettingNames();

    /** A setting that a room reads and that the file does not explain would be called unknown. */
    @Test
    void whatAnyRoomReadsIsExplainedInTheFile() {
        List<String> read = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("fr.juliu").stream().filter(room -> room.isAnnotatedWith(ConfigurationProperties.class))
                .map(JavaClass::reflect)
                .flatMap(type -> read(type.getAnnotation(ConfigurationProperties.class).value(), type)).toList();
        assertThat(read).contains("juliu.web.limit", "juliu.desk.password", "juliu.telegram.group-rate", "juliu.search",
                "juliu.opensearch.key")
                .isSubsetOf(names.all());
    }

    private static Stream<String> read(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(part -> read(prefix, part));
    }

    private static Stream<String> read(String prefix, RecordComponent part) {
        String name = prefix + "." + part.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return part.getType().isRecord() ? read(name, part.getType()) : Stream.of(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"juliu.site-url", "juliu.siteUrl", "JULIU.SITE_URL", "juliu.admins[0]", "juliu.web.limit",
            "juliu.desk.password", "server.port", "julius.knowledge"})
    void whatMeansSomethingIsNotUnknown(String name) {
        assertThat(names.isUnknown(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JULIU_SITE_URL", "JULIU_SITEURL", "JULIU_ADMINS_0", "JULIU_ADMINS", "JULIU_WEB_LIMIT",
            "JULIU_TELEGRAM_TOKEN", "PATH", "MY_JULIU_X"})
    void noVariableThatMeansSomethingIsUnknown(String name) {
        assertThat(names.isUnknownVariable(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yml", "compose.scale.yml"})
    void whatComposeSetsMeansSomething(Path file) throws IOException {
        assertThat(Files.readAllLines(file).stream().map(String::strip).filter(line -> line.startsWith("JULIU_"))
                .map(line -> line.substring(0, line.indexOf(':')))
                // the name by which Caddy is reached
                .filter(name -> !name.equals("JULIU_HOST"))).contains("JULIU_TRUSTEDPROXIES")
                .noneMatch(names::isUnknownVariable);
    }

    @ParameterizedTest
    @CsvSource({"juliu.knowlege, juliu.knowledge", "juliu.web.limt, juliu.web.limit",
            "juliu.password, juliu.desk.password", "juliu.siteurls, juliu.site-url",
            "juliu.telegram.hook-secret, juliu.telegram.webhook-secret", "juliu.warmup.on, juliu.warm-up",
            "JULIU_SITE_ULR, juliu.site-url", "JULIU_DESK_PASWORD, juliu.desk.password"})
    void theNearOneIsNamed(String unknown, String near) {
        assertThat(names.nearest(unknown)).contains(near);
        assertThat(names.isUnknown(unknown) || names.isUnknownVariable(unknown)).isTrue();
    }

    @Test
    void nothingIsNearToAnythingElse() {
        assertThat(names.nearest("juliu.chocolate-fountain")).isEmpty();
        assertThat(names.isUnknown("juliu.chocolate-fountain")).isTrue();
    }

    @Test
    void eachIsToldWithItsPlaceAndNeverWithWhatItIsSetTo(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("application.yml"),
                "server:\n  port: 1\njuliu:\n  data: d\n  web:\n    limt: geheim\n");
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addLast(new SimpleCommandLinePropertySource("--juliu.knowlege=geheim"));
        environment.getPropertySources().addLast(new SystemEnvironmentPropertySource("systemEnvironment",
                Map.of("JULIU_DESK_PASWORD", "geheim", "JULIU_DATA", "d")));
        environment.getPropertySources()
                .addLast(new MapPropertySource("systemProperties", Map.of("juliu.x", "geheim")));
        environment.getPropertySources()
                .addLast(new YamlPropertySourceLoader().load("file", new FileSystemResource(file)).getFirst());
        assertThat(new UnknownSettings().in(environment)).containsExactly(
                "juliu.knowlege (on the command line) is no setting and is left out; is juliu.knowledge meant?",
                "JULIU_DESK_PASWORD (an environment variable) is no setting and is left out; is JULIU_DESK_PASSWORD meant?",
                "juliu.x (systemProperties) is no setting and is left out",
                "juliu.web.limt (file [" + file
                        + "] - 6:11) is no setting and is left out; is juliu.web.limit meant?");
    }
}
