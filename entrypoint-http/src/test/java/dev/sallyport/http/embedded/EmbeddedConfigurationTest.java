package dev.sallyport.http.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.http.ServerSettings;
import dev.sallyport.http.deployment.DeploymentSettings;
import dev.sallyport.operations.CorsPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EmbeddedConfigurationTest {
  private static final UploadPolicy DEFAULTS = UploadPolicy.defaults();

  @Test
  void aQuarantineAsLargeAsTheStoreIsAccepted() {
    assertThat(configuration(DEFAULTS, DEFAULTS.quarantineBytes()).deployment().uploads())
        .isEqualTo(DEFAULTS);
  }

  @Test
  void aQuarantineThatDoesNotFitIntoTheStoreIsRefused() {
    DataSize less = DataSize.ofBytes(DEFAULTS.quarantineBytes().bytes() - 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> configuration(DEFAULTS, less))
        .withMessageContaining("do not fit into the store");
  }

  @Test
  void encryptionThatTheStoreDoesNotKnowIsRefusedBeforeAnyFormIsGranted() {
    UploadPolicy kms =
        new UploadPolicy(
            DEFAULTS.maxEncrypted(),
            DEFAULTS.maxPlain(),
            DEFAULTS.life(),
            DEFAULTS.maxBytes(),
            new Encryption.Kms("alias/evidence"),
            DEFAULTS.quotaWindow(),
            DEFAULTS.quotaObjects(),
            DEFAULTS.quotaBytes(),
            DEFAULTS.quarantineBytes());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> configuration(kms, DEFAULTS.quarantineBytes()))
        .withMessageContaining("aws:kms")
        .withMessageContaining("AES256");
  }

  private static EmbeddedConfiguration configuration(UploadPolicy uploads, DataSize store) {
    return new EmbeddedConfiguration(
        new DeploymentSettings(
            "0.0.0-test",
            URI.create("http://127.0.0.1:8080"),
            Path.of("."),
            CorsPolicy.none(),
            ServerSettings.defaults(),
            OptionalInt.empty(),
            uploads,
            SanitizationPolicy.defaults(),
            Optional.empty(),
            1),
        List.of(),
        1_000,
        store,
        (_, _, _, _) -> {});
  }
}
