package dev.sallyport.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.attachment.port.StorageAccess;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.contract.attachment.StorageAccessContract;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

class S3StorageAccessTest implements StorageAccessContract {
  private static final SigningCredentials UPLOADER = SigningCredentials.of("UP", "up-secret");
  private static final SigningCredentials READER = SigningCredentials.of("READ", "read-secret");
  private static final SigningCredentials CALLER =
      new SigningCredentials("CALLER", "caller-secret", Optional.of("caller-token"));

  @Override
  public StorageAccess access() {
    return access(aws(Map.of(), Optional.of(CALLER)), settings(Optional.empty(), UPLOADER, READER));
  }

  @Test
  void bucketsAtAmazonAreHosts() {
    assertThat(access().uploads().url())
        .isEqualTo(URI.create("https://quarantine.s3.eu-central-1.amazonaws.com"));
    assertThat(access().downloads().url())
        .as("a name with dots is not one label of the certificate")
        .isEqualTo(URI.create("https://s3.eu-central-1.amazonaws.com/clean.example"));
    assertThat(
            BucketUrls.of(
                "quarantine",
                new AwsSettings("cn-north-1", Optional.empty(), Map.of()),
                Optional.empty()))
        .isEqualTo(URI.create("https://quarantine.s3.cn-north-1.amazonaws.com.cn"));
  }

  @Test
  void bucketsElsewhereAreInThePathOfTheAddressThatClientsKnow() {
    AwsSettings inside =
        aws(Map.of(AwsService.S3, URI.create("http://rgw:7480")), Optional.of(CALLER));
    URI outside = URI.create("https://files.example.com/s3/");

    assertThat(access(inside, settings(Optional.empty(), UPLOADER, READER)).uploads().url())
        .isEqualTo(URI.create("http://rgw:7480/quarantine"));
    assertThat(access(inside, settings(Optional.of(outside), UPLOADER, READER)).uploads().url())
        .isEqualTo(URI.create("https://files.example.com/s3/quarantine"));
  }

  @Test
  void eachDoorHasItsOwnSignerAndElseTheCaller() {
    StorageAccess own = access();
    StorageAccess none =
        access(aws(Map.of(), Optional.of(CALLER)), S3StorageSettings.of("quarantine", "clean"));

    assertThat(own.uploads().credentials()).isEqualTo(UPLOADER);
    assertThat(own.downloads().credentials()).isEqualTo(READER);
    assertThat(none.uploads().credentials()).isEqualTo(CALLER);
    assertThat(none.downloads().credentials()).isEqualTo(CALLER);
  }

  @Test
  void credentialsOfARoleAreThoseOfTheMoment() {
    Queue<AwsCredentials> role =
        new ArrayDeque<>(
            List.of(
                AwsSessionCredentials.create("ROLE1", "secret1", "token1"),
                AwsBasicCredentials.create("ROLE2", "secret2")));
    StorageAccess access =
        new S3StorageAccess(
            S3StorageSettings.of("quarantine", "clean"),
            aws(Map.of(), Optional.empty()),
            () -> new RoleCredentials(role::remove));

    assertThat(access.uploads().credentials())
        .isEqualTo(new SigningCredentials("ROLE1", "secret1", Optional.of("token1")));
    assertThat(access.uploads().credentials()).isEqualTo(SigningCredentials.of("ROLE2", "secret2"));
  }

  @Test
  void roleThatCannotBeAskedIsAnOutage() {
    RoleCredentials role =
        new RoleCredentials(() -> {
          throw SdkClientException.create("no role");
        });

    assertThatThrownBy(role::current).isInstanceOf(PortUnavailableException.class);
  }

  @Test
  void configuredSignersLoadNothingOfTheSdk() throws Exception {
    ClassLoader without = new WithoutSdk();

    Object url = without.loadClass(SignerProbe.class.getName()).getMethod("sign").invoke(null);

    assertThat(url).isEqualTo("UP https://quarantine.s3.eu-central-1.amazonaws.com");
  }

  /** Signs with configured keys and finds nothing else loaded. */
  public static final class SignerProbe {
    private SignerProbe() {}

    /** Called by name, through a loader of its own. */
    public static String sign() {
      SigningCredentials signer = SigningCredentials.of("UP", "up-secret");
      AwsSettings aws = new AwsSettings("eu-central-1", Optional.of(signer), Map.of());
      S3StorageAccess access =
          new S3StorageAccess(
              S3StorageSettings.of("quarantine", "clean"),
              aws,
              () -> {
                throw new AssertionError("nobody has to be asked");
              });
      return access.uploads().credentials().accessKeyId() + ' ' + access.uploads().url();
    }
  }

  /** Loads this product's classes anew and has no SDK. */
  private static final class WithoutSdk extends ClassLoader {
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("software.amazon.awssdk.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("dev.sallyport.aws.")) {
        return super.loadClass(name, resolve);
      }
      try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        Class<?> known = findLoadedClass(name);
        byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
        return known == null ? defineClass(name, bytes, 0, bytes.length) : known;
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void oneBucketForBothIsRefused() {
    assertThatThrownBy(() -> S3StorageSettings.of("same", "same"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> S3StorageSettings.of("In", "clean"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static AwsSettings aws(
      Map<AwsService, URI> endpoints, Optional<SigningCredentials> caller) {
    return new AwsSettings("eu-central-1", caller, endpoints);
  }

  private static S3StorageSettings settings(
      Optional<URI> publicEndpoint, SigningCredentials uploader, SigningCredentials reader) {
    return new S3StorageSettings(
        "quarantine",
        "clean.example",
        new Encryption.None(),
        ObjectPinning.VERSION_ID,
        publicEndpoint,
        Optional.of(uploader),
        Optional.of(reader),
        false);
  }

  private static StorageAccess access(AwsSettings aws, S3StorageSettings settings) {
    return new S3StorageAccess(
        settings,
        aws,
        () -> {
          throw new AssertionError("nobody has to be asked");
        });
  }
}
