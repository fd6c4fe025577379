package dev.sallyport.inmemory.storage;

import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.domain.attachment.policy.CredentialLookup;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** One access key for each identity, random at each start and gone with the process. */
public final class StorageKeys implements CredentialLookup {
  private static final int ID_BYTES = 16;
  private static final int SECRET_BYTES = 32;

  private final Map<StorageIdentity, SigningCredentials> keys;

  private StorageKeys(Map<StorageIdentity, SigningCredentials> keys) {
    this.keys = keys;
  }

  /** Makes keys that were never used before. */
  public static StorageKeys generate(IdGenerator ids) {
    Map<StorageIdentity, SigningCredentials> keys = new EnumMap<>(StorageIdentity.class);
    for (StorageIdentity identity : StorageIdentity.values()) {
      String id =
          identity.name() + HexFormat.of().withUpperCase().formatHex(ids.newSecret(ID_BYTES));
      String secret =
          Base64.getUrlEncoder().withoutPadding().encodeToString(ids.newSecret(SECRET_BYTES));
      keys.put(identity, SigningCredentials.of(id, secret));
    }
    return new StorageKeys(keys);
  }

  /** Returns the key of an identity. */
  public SigningCredentials of(StorageIdentity identity) {
    SigningCredentials credentials = keys.get(identity);
    if (credentials == null) {
      throw new IllegalStateException("every identity has a key");
    }
    return credentials;
  }

  /** Returns whose key this is, or nothing when it is nobody's. */
  public Optional<StorageIdentity> identity(String accessKeyId) {
    return keys.entrySet().stream()
        .filter(entry -> entry.getValue().accessKeyId().equals(accessKeyId))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public Optional<SigningCredentials> find(String accessKeyId) {
    return identity(accessKeyId).map(this::of);
  }

  @Override
  public String toString() {
    return "StorageKeys[redacted]";
  }
}
