package fr.juliu.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials that the profile writes: each library that is shipped has a licence that lets it be. */
@Tag("trust")
@Tag("integration")
@Tag("benchmark")
final class LicencesTest {

    private static final Path BILL = Path.of("target", "bom.json");

    /** As SPDX names them, and as some authors do; each lets a program carry the library in a jar of its own. */
    private static final Set<String> ALLOWED = Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause",
            "LGPL-2.1-only", "GNU Lesser General Public Licence", "EPL-2.0", "GPL-2.0-with-classpath-exception",
            "CC0-1.0", "Unicode-3.0", "Public Domain", "Indiana University Extreme! Lab Software License");

    @Test
    void everyLibraryMayBeShipped() throws IOException {
        assumeTrue(Files.exists(BILL), "the bill is written by mvn verify -Ptrust");
        JsonNode components = JsonMapper.shared().readTree(Files.readString(BILL)).path("components");
        Set<String> seen = new TreeSet<>();
        List<String> without = new ArrayList<>();
        for (JsonNode component : components) {
            List<String> licences = licences(component);
            seen.addAll(licences);
            if (licences.stream().noneMatch(ALLOWED::contains)) {
                without.add(component.path("name").asString("") + " " + licences);
            }
        }
        Trust.row("dependencies", components.size() + " libraries, in target/bom.json (CycloneDX)",
                String.join(", ", seen), "each may be shipped", without.isEmpty() && !components.isEmpty());
        assertThat(components.size()).isPositive();
        assertThat(without).isEmpty();
    }

    private static List<String> licences(JsonNode component) {
        return StreamSupport.stream(component.path("licenses").spliterator(), false)
                .map(each -> each.has("expression")
                        ? each.path("expression").asString("")
                        : each.path("license").path("id").asString(each.path("license").path("name").asString("")))
                .toList();
    }
}
