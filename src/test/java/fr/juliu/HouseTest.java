package fr.juliu;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.function.Predicate.isEqual;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house: its rooms, which way imports go between them, and what each room keeps to itself. */
final class HouseTest {

    /** An edition, and what it is made of. */
    private static final Set<String> EDITION = Set.of("edition", "tell", "decide", "understand", "search", "knowledge");
    /** What messengers, pages and commands may import. */
    private static final Set<String> EDGES = and(EDITION, "chat", "keep", "store", "picture", "choose");

    /** Every room with the rooms that it may import; a room that is not built yet holds no class, and no rule fails. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            Map.entry("knowledge", Set.of()),
            Map.entry("search", Set.of("knowledge")),
            Map.entry("understand", Set.of("search", "knowledge")),
            Map.entry("decide", Set.of("understand", "search", "knowledge")),
            Map.entry("tell", Set.of("decide", "understand", "knowledge")),
            Map.entry("edition", Set.of("tell", "decide", "understand", "search", "knowledge")),
            Map.entry("store", Set.of()),
            Map.entry("picture", Set.of("knowledge")),
            Map.entry("choose", Set.of("tell", "decide", "understand", "knowledge", "store")),
            Map.entry("keep", and(EDITION, "store")),
            Map.entry("chat", and(EDITION, "keep", "store", "picture")),
            Map.entry("telegram", EDGES),
            Map.entry("wechat", EDGES),
            Map.entry("web", EDGES),
            Map.entry("cli", EDGES));

    /** The rooms that are tested with plain {@code new}. */
    private static final String[] INNER_ROOMS = Stream
            .of("knowledge", "search", "understand", "decide", "tell", "edition", "store", "picture", "keep", "chat")
            .map(HouseTest::packageOf)
            .toArray(String[]::new);

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("fr.juliu");

    @ParameterizedTest
    @MethodSource
    void importsGoOneWay(String room) {
        Set<String> open = Stream.concat(Stream.of(room), ROOMS.getOrDefault(room, Set.of()).stream())
                .collect(Collectors.toSet());
        DescribedPredicate<JavaClass> closed = resideInAPackage("fr.juliu..")
                .and(not(resideInAnyPackage(open.stream().map(HouseTest::packageOf).toArray(String[]::new))));

        check(noClasses().that().resideInAPackage(packageOf(room)).should()
                .dependOnClassesThat(closed.as("are ours but not of " + open)));
    }

    static Set<String> importsGoOneWay() {
        return ROOMS.keySet();
    }

    /**
     * Telegram sends by a room of its own, which knows nothing of it; the search knows nothing of clusters; the web's pages and its desk know the web, and
     * not each other.
     */
    @Test
    void importsWithinARoomGoOneWay() {
        check(noClasses().that().resideInAPackage("fr.juliu.telegram.send..").should().dependOnClassesThat()
                .resideInAPackage("fr.juliu.telegram"));
        check(noClasses().that().resideInAPackage("fr.juliu.search").should().dependOnClassesThat()
                .resideInAPackage("fr.juliu.search.cluster.."));
        check(noClasses().that().resideInAPackage("fr.juliu.web").should().dependOnClassesThat()
                .resideInAnyPackage("fr.juliu.web.page..", "fr.juliu.web.desk.."));
        check(noClasses().that().resideInAPackage("fr.juliu.web.page..").should().dependOnClassesThat()
                .resideInAPackage("fr.juliu.web.desk.."));
        check(noClasses().that().resideInAPackage("fr.juliu.web.desk..").should().dependOnClassesThat()
                .resideInAPackage("fr.juliu.web.page.."));
    }

    @Test
    void roomsHaveNoCycle() {
        check(slices().matching("fr.juliu.(*)..").should().beFreeOfCycles());
    }

    @Test
    void everyClassLivesInARoom() {
        check(classes().that(not(simpleName("JuliuApplication"))).and(not(simpleName("package-info"))).should()
                .resideInAnyPackage(ROOMS.keySet().stream().map(HouseTest::packageOf).toArray(String[]::new)));
        check(classes().that().resideInAPackage("fr.juliu").and(not(simpleName("package-info"))).should()
                .haveSimpleName("JuliuApplication"));
    }

    @Test
    void whatARoomKeepsToItselfStaysThere() {
        keeps("search", "org.apache.lucene..", "com.ibm.icu..", "ai.onnxruntime..");
        keeps("choose", "org.springframework.web.client..");
        check(noClasses().that().resideOutsideOfPackages(packageOf("choose"), packageOf("search.cluster")).should()
                .dependOnClassesThat().resideInAPackage("io.github.resilience4j.."));
        check(noClasses().that()
                .resideOutsideOfPackages(packageOf("keep.links"), packageOf("choose"), packageOf("search.cluster"))
                .should().dependOnClassesThat().resideInAPackage("java.net.http.."));
        keeps("keep.git", "org.eclipse.jgit..");
        keeps("telegram", "org.telegram..");
        check(noClasses().that().resideOutsideOfPackages("fr.juliu.web..", "fr.juliu.telegram..", "fr.juliu.wechat..")
                .should().dependOnClassesThat().resideInAPackage("io.micrometer.."));
        keeps("cli", "picocli..");
        keeps("wechat", "me.chanjar..", "com.github.binarywang..");
        keeps("store", "java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..", "org.flywaydb..",
                "org.springframework.jdbc..", "org.springframework.dao..", "org.springframework.transaction..",
                "com.zaxxer.hikari..", "com.google.i18n.phonenumbers..");
    }

    @Test
    void innerRoomsShowSpringInTheirConfigurationAlone() {
        check(noClasses().that().resideInAnyPackage(INNER_ROOMS).and(not(simpleNameEndingWith("Configuration")))
                .should(dependOnSpring()));
        check(classes().that().resideInAnyPackage(INNER_ROOMS).and().haveSimpleNameEndingWith("Configuration")
                .should().bePackagePrivate());
        Map<String, Long> configurations = HOUSE.stream().filter(resideInAnyPackage(INNER_ROOMS))
                .filter(simpleNameEndingWith("Configuration"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(configurations.values()).allMatch(isEqual(1L));
    }

    @Test
    void everyPackageSaysThatNothingIsNullUnlessMarked() {
        Stream<JavaPackage> packages = HOUSE.stream().map(JavaClass::getPackage).distinct();

        assertThat(packages).allMatch(room -> room.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class)).orElse(false), "has a @NullMarked package-info");
    }

    @Test
    void namesSayWhatAClassIs() {
        for (String empty : List.of("Impl", "Util", "Utils", "Helper", "Manager", "Service", "DTO", "Dto")) {
            check(noClasses().should().haveSimpleNameEndingWith(empty));
        }
    }

    @Test
    void classesAreFinalUnlessMadeToBeExtended() {
        check(classes().that(describe("can be extended by chance", HouseTest::isOpen)).should()
                .haveModifier(JavaModifier.FINAL));
    }

    @Test
    void timeComesFromAClock() {
        check(noClasses().should(callMethodWhere(describe("now() without a clock", HouseTest::isClocklessNow))));
    }

    @Test
    void onlyTheCommandLineTalksToStandardStreams() {
        check(noClasses().that().resideOutsideOfPackage(packageOf("cli")).and(not(simpleName("JuliuApplication")))
                .should(ACCESS_STANDARD_STREAMS));
        check(noClasses().that(not(simpleName("JuliuApplication"))).should(USE_JAVA_UTIL_LOGGING));
    }

    private static Set<String> and(Set<String> rooms, String... others) {
        return Stream.concat(rooms.stream(), Stream.of(others)).collect(Collectors.toUnmodifiableSet());
    }

    private static void keeps(String room, String... packages) {
        check(noClasses().that().resideOutsideOfPackage(packageOf(room)).should().dependOnClassesThat()
                .resideInAnyPackage(packages));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    private static String packageOf(String room) {
        return "fr.juliu." + room + "..";
    }

    private static ArchCondition<JavaClass> dependOnSpring() {
        return new ArchCondition<>("depend on Spring") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    String name = dependency.getTargetClass().getName();
                    boolean forbidden = name.startsWith("org.springframework.") && !isSettingsAnnotation(item, name)
                            && !isDatabaseAccess(item, name);
                    events.add(new SimpleConditionEvent(dependency, forbidden, dependency.getDescription()));
                }
            }
        };
    }

    /** The first exception: a record of settings, and those nested in it, say which names they are bound to. */
    private static boolean isSettingsAnnotation(JavaClass item, String name) {
        JavaClass outermost = item;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return item.isRecord() && outermost.isRecord() && outermost.getSimpleName().endsWith("Settings")
                && name.startsWith("org.springframework.boot.context.properties.");
    }

    /** The second exception: the store speaks SQL through Spring's JdbcClient, in Spring's transactions. */
    private static boolean isDatabaseAccess(JavaClass item, String name) {
        return item.getPackageName().equals("fr.juliu.store")
                && Stream.of("jdbc", "dao", "transaction")
                        .anyMatch(part -> name.startsWith("org.springframework." + part + "."));
    }

    private static boolean isOpen(JavaClass item) {
        boolean made = item.isInterface() || item.isEnum() || item.isRecord() || item.isAnonymousClass()
                || item.getModifiers().contains(JavaModifier.ABSTRACT)
                || item.getModifiers().contains(JavaModifier.SYNTHETIC) || item.reflect().isSealed();
        boolean springs = item.getSimpleName().endsWith("Configuration")
                || item.getSimpleName().equals("JuliuApplication");
        return !made && !springs && !item.getSimpleName().equals("package-info");
    }

    private static boolean isClocklessNow(JavaMethodCall call) {
        return call.getTargetOwner().getName().startsWith("java.time.") && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
