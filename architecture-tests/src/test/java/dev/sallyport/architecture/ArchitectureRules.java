package dev.sallyport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** The rules, each for any root package, so that they can be tried on fixtures. */
final class ArchitectureRules {
  private static final String[] JDK = {"java..", "javax..", "org.jspecify.."};
  private static final List<String> ADAPTERS =
      List.of("aws", "clamd", "inmemory", "jwt", "media", "web");

  /** What measures the product or stands in for somebody else's server is not part of it. */
  private static final List<String> BESIDE = List.of("benchmarks", "servers");

  private static final Set<String> EMPTY_NAMES =
      Set.of("util", "utils", "common", "impl", "helper", "helpers", "manager");

  private ArchitectureRules() {}

  /** A rule and the name of the fixture class that breaks it. */
  record Rule(String fixture, ArchRule rule) {}

  static List<Rule> of(String root) {
    return List.of(
        new Rule("DomainUsesLibrary", onlyDependsOn(root, "domain", "domain")),
        new Rule(
            "ApplicationUsesJson", onlyDependsOn(root, "application", "application", "domain")),
        new Rule("OperationUsesServer", operations(root)),
        new Rule("AdapterUsesAdapter", adaptersKeepApart(root)),
        new Rule("AdapterUsesOperations", nobodyReaches(root)),
        new Rule("PortWithSdkType", portsSpeakDomain(root)),
        new Rule("PublicAdapter", adaptersAreHidden(root)),
        new Rule("ReachesMemory", servicesKeepNothing(root)),
        new Rule("AmbientTime", noAmbient(root)),
        new Rule("AmbientRandomness", noAmbient(root)),
        new Rule("AmbientEnvironment", onlyEnvironmentReadsVariables(root)),
        new Rule("Printer", onlyTheConsolePrints(root)),
        new Rule("NamedForNothing", namesSaySomething(root)),
        new Rule("CycleOne", featuresHaveNoCycles(root)));
  }

  private static ArchRule onlyDependsOn(String root, String module, String... allowed) {
    return classes()
        .that()
        .resideInAPackage(root + "." + module + "..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(JDK)
                .or(resideInAnyPackage(packages(root, allowed)))
                .or(
                    module.equals("domain")
                        ? DescribedPredicate.alwaysFalse()
                        : resideInAnyPackage("jakarta.inject..")))
        .because("the inside of the hexagon knows no technology");
  }

  private static ArchRule operations(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".operations..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(JDK)
                .or(resideInAnyPackage(packages(root, "operations", "application", "domain")))
                .or(
                    resideInAnyPackage(
                        "jakarta.inject..",
                        "dagger..",
                        "com.fasterxml.jackson.core..",
                        "org.slf4j..")))
        .because("operations are served by any server and by none");
  }

  private static ArchRule adaptersKeepApart(String root) {
    return slices()
        .matching(root + ".(*)..")
        .namingSlices("$1")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            DescribedPredicate.not(
                resideInAnyPackage(packages(root, ADAPTERS.toArray(String[]::new)))),
            alwaysTrue())
        .ignoreDependency(
            alwaysTrue(),
            DescribedPredicate.not(
                resideInAnyPackage(packages(root, ADAPTERS.toArray(String[]::new)))))
        .because("a family of adapters can be taken away without another one noticing");
  }

  private static ArchRule nobodyReaches(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages(root, ADAPTERS.toArray(String[]::new)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            packages(root, "operations", "http", "lambda", "benchmarks", "contract"))
        .because("adapters are called, they do not call");
  }

  private static ArchRule portsSpeakDomain(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".application..port..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(JDK).or(resideInAnyPackage(packages(root, "application", "domain"))))
        .because("a port says what a use case needs, in words that every technology understands");
  }

  private static ArchRule adaptersAreHidden(String root) {
    return classes()
        .that()
        .resideInAnyPackage(packages(root, ADAPTERS.toArray(String[]::new)))
        .and(implementAPort(root))
        .should()
        .notBePublic()
        .because("who could name an adapter would come to depend on it");
  }

  private static ArchRule servicesKeepNothing(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".http.aws..")
        .should()
        .transitivelyDependOnClassesThat()
        .resideInAPackage(root + ".inmemory..")
        .because("what a server on services holds in memory is lost when it is killed");
  }

  private static ArchRule noAmbient(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and(areNotNamed("SecureIdGenerator", "Bench"))
        .and()
        .resideOutsideOfPackages(packages(root, BESIDE.toArray(String[]::new)))
        .should(
            call(
                "ask the machine for time or randomness",
                Set.of(
                    "java.time.Instant.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalDateTime.now",
                    "java.time.OffsetDateTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.util.UUID.randomUUID",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.Math.random",
                    "java.security.SecureRandom.<init>")))
        .because("time and randomness are handed in, or nothing could be tested");
  }

  private static ArchRule onlyEnvironmentReadsVariables(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and(areNotNamed("Environment", "LambdaEnvironment"))
        .and()
        .resideOutsideOfPackages(packages(root, BESIDE.toArray(String[]::new)))
        .should(call("read an environment variable", Set.of("java.lang.System.getenv")))
        .because("configuration is read in one place, which reports all mistakes at once");
  }

  private static ArchRule onlyTheConsolePrints(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and(areNotNamed("Console"))
        .and()
        .resideOutsideOfPackages(packages(root, BESIDE.toArray(String[]::new)))
        .should(access("print", Set.of("java.lang.System.out", "java.lang.System.err")))
        .because("whatever is printed past the log cannot be found again");
  }

  private static ArchRule namesSaySomething(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<JavaClass>("have a name that says something") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                boolean empty =
                    List.of(item.getPackageName().split("\\.")).stream()
                            .anyMatch(EMPTY_NAMES::contains)
                        || item.getSimpleName().matches(".*(Util|Utils|Helper|Manager|Impl)");
                events.add(
                    new SimpleConditionEvent(
                        item, !empty, item.getName() + " is named for nothing"));
              }
            });
  }

  private static ArchRule featuresHaveNoCycles(String root) {
    return slices()
        .matching(root + ".domain.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a feature can be understood without those that stand on it");
  }

  private static DescribedPredicate<JavaClass> areNotNamed(String... names) {
    return DescribedPredicate.describe(
        "are not " + String.join(" or ", names),
        item -> {
          String top = item.getName().replaceAll("\\$.*", "");
          return !Set.of(names).contains(top.substring(top.lastIndexOf('.') + 1));
        });
  }

  private static DescribedPredicate<JavaClass> implementAPort(String root) {
    return DescribedPredicate.describe(
        "implement a port",
        item ->
            !item.getModifiers().contains(JavaModifier.ABSTRACT)
                && item.getAllRawInterfaces().stream()
                    .anyMatch(type ->
                        type.getPackageName().startsWith(root + ".application.")
                            && type.getPackageName().endsWith(".port")));
  }

  private static ArchCondition<JavaClass> call(String what, Set<String> targets) {
    return access(what, targets);
  }

  private static ArchCondition<JavaClass> access(String what, Set<String> targets) {
    return new ArchCondition<>(what) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (JavaAccess<?> access : item.getAccessesFromSelf()) {
          String target = access.getTargetOwner().getName() + "." + access.getTarget().getName();
          boolean withClock = access.getTarget().getDescription().contains("java.time.Clock");
          if (targets.contains(target) && !withClock) {
            events.add(SimpleConditionEvent.satisfied(item, access.getDescription()));
          }
        }
      }
    };
  }

  private static String[] packages(String root, String... modules) {
    return List.of(modules).stream()
        .map(module -> root + "." + module + "..")
        .toArray(String[]::new);
  }
}
