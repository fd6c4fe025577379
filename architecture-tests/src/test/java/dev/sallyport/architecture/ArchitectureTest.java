package dev.sallyport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  private static final String ROOT = "dev.sallyport";
  private static final String FIXTURES = "dev.sallyport.architecture.fixture";

  /** What Dagger generates: plumbing in whatever package it needs to stand in. */
  private static final Pattern DAGGER =
      Pattern.compile(".*(_Factory|_Proxy|_MembersInjector|/Dagger[A-Z]\\w*)(\\$.*)?\\.class");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/architecture/"))
          .withImportOption(location -> !location.contains("/jmh_generated/"))
          .withImportOption(location -> !location.matches(DAGGER))
          .importPackages(ROOT);
  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(FIXTURES);

  @TestFactory
  Stream<DynamicTest> theProductKeepsEveryRule() {
    return ArchitectureRules.of(ROOT).stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.fixture() + ": " + rule.rule().getDescription(),
                () -> rule.rule().allowEmptyShould(true).check(PRODUCT)));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleIsBrokenByItsFixture() {
    return ArchitectureRules.of(FIXTURES).stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.fixture(),
                () -> {
                  EvaluationResult result = rule.rule().evaluate(BROKEN);
                  assertThat(result.hasViolation()).isTrue();
                  assertThat(String.join("\n", result.getFailureReport().getDetails()))
                      .contains(rule.fixture());
                }));
  }

  @Test
  void everyModuleOfTheProductIsSeen() {
    List<String> modules =
        List.of(
            "domain",
            "application",
            "operations",
            "contract",
            "aws",
            "clamd",
            "inmemory",
            "jwt",
            "media",
            "web",
            "http",
            "lambda");
    for (String module : modules) {
      assertThat(PRODUCT.stream().anyMatch(c -> c.getPackageName().startsWith(ROOT + "." + module)))
          .as(module)
          .isTrue();
    }
  }
}
