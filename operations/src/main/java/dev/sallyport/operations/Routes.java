package dev.sallyport.operations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds operations by path and method: a tree of segments, so that the cost of a request depends on
 * the length of its path and not on the number of operations. A literal segment wins over a hole.
 */
final class Routes {
  private final Node root = new Node();

  /**
   * Plants all operations.
   *
   * @throws IllegalArgumentException when two have the same method and path
   */
  Routes(Collection<HttpOperation> operations) {
    for (HttpOperation operation : operations) {
      Node node = root;
      for (String segment : operation.path().segments()) {
        node = node.grow(segment);
      }
      if (node.operations.put(operation.method(), operation) != null) {
        throw new IllegalArgumentException("declared twice: " + operation);
      }
    }
  }

  /**
   * A path that is known.
   *
   * @param operations by method, at least one
   * @param segments the text in the holes, in order and still encoded
   */
  record Match(SequencedMap<String, HttpOperation> operations, List<String> segments) {
    /**
     * Returns what a method does here. HEAD does what GET does, as <a
     * href="https://www.rfc-editor.org/rfc/rfc9110#section-9.1">RFC 9110</a> wants it of every
     * server.
     */
    Optional<HttpOperation> operation(String method) {
      return Optional.ofNullable(operations.get(method.equals("HEAD") ? "GET" : method));
    }

    /** Returns the methods that do something here. */
    String methods() {
      String declared = String.join(", ", operations.keySet());
      return operations.containsKey("GET") ? declared + ", HEAD" : declared;
    }
  }

  /** Returns what is under this path. */
  Optional<Match> find(String path) {
    if (path.isEmpty() || path.charAt(0) != '/') {
      return Optional.empty();
    }
    List<String> holes = new ArrayList<>(2);
    Node node = root;
    int start = 1;
    while (node != null && start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      node = node.follow(path.substring(start, end), holes);
      start = end + 1;
    }
    return node == null || node.operations.isEmpty()
        ? Optional.empty()
        : Optional.of(new Match(node.operations, holes));
  }

  private static final class Node {
    private final Map<String, Node> literals = new HashMap<>();
    private final SequencedMap<String, HttpOperation> operations = new TreeMap<>();
    private @Nullable Node hole;

    Node grow(String segment) {
      if (PathTemplate.nameOf(segment).isEmpty()) {
        return literals.computeIfAbsent(segment, _ -> new Node());
      }
      if (hole == null) {
        hole = new Node();
      }
      return hole;
    }

    @Nullable Node follow(String segment, List<String> holes) {
      Node literal = literals.get(segment);
      if (literal != null) {
        return literal;
      }
      if (hole != null && !segment.isEmpty()) {
        holes.add(segment);
        return hole;
      }
      return null;
    }
  }
}
