package dev.sallyport.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The package of all functions, as the build has packed it. */
final class PackedFunctions {
  /**
   * Written by every process of a function at its start, at the same place: two that start at once
   * may pull it from under one another.
   */
  static final String NATIVE_LIBRARY = "/tmp/.libaws-lambda-jni.so";

  private PackedFunctions() {}

  /** Unpacks it, as Lambda does. */
  static void unpack(Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(System.getProperty("sallyport.lambda.package"))) {
      for (ZipEntry entry : zip.stream().toList()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new AssertionError("an entry leads out of the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          try (InputStream bytes = zip.getInputStream(entry)) {
            Files.copy(bytes, file);
          }
        }
      }
    }
  }
}
