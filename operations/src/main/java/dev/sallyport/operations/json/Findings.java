package dev.sallyport.operations.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Collects what is wrong with one request, and where. Stops counting after {@link #MAX}: whoever
 * has made that many mistakes needs no longer list.
 */
public final class Findings {
  /** Most violations that are kept. */
  public static final int MAX = 20;

  /** Most characters of a client's member name that a pointer repeats. */
  public static final int MAX_NAME = 100;

  private final List<Violation> found = new ArrayList<>();
  private final Deque<Object> path = new ArrayDeque<>();
  private final String parameter;

  private Findings(String parameter) {
    this.parameter = parameter;
  }

  /** Returns an empty collection for a body. */
  public static Findings inBody() {
    return new Findings("");
  }

  /** Returns an empty collection for one parameter. */
  static Findings inParameter(String name) {
    return new Findings(name);
  }

  /** Notes that something is wrong with the value that is being looked at. */
  public void add(String code, String detail) {
    if (found.size() < MAX) {
      found.add(
          parameter.isEmpty()
              ? Violation.at(pointer(), code, detail)
              : Violation.ofParameter(parameter, code, detail));
    }
  }

  /** Notes that something is wrong with a member of the object that is being looked at. */
  public void addAt(String name, String code, String detail) {
    enter(name);
    add(code, detail);
    leave();
  }

  /** Goes down to a member or, by its index, to an item. */
  public void enter(Object nameOrIndex) {
    path.addLast(nameOrIndex);
  }

  /** Goes back up. */
  public void leave() {
    path.removeLast();
  }

  /** Tells whether nothing is wrong so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Tells how many are noted, for whoever wants to know whether a step has added any. */
  public int size() {
    return found.size();
  }

  /** Tells whether no more would be kept. */
  boolean isFull() {
    return found.size() >= MAX;
  }

  /** Returns what was noted, in the order of the text. */
  public List<Violation> list() {
    return List.copyOf(found);
  }

  private String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (Iterator<Object> steps = path.iterator(); steps.hasNext(); ) {
      pointer.append('/').append(escape(steps.next().toString()));
    }
    return pointer.toString();
  }

  private static String escape(String name) {
    return cut(name).replace("~", "~0").replace("/", "~1");
  }

  /** Returns a client's own name as an answer may repeat it: bounded and encodable. */
  public static String cut(String name) {
    StringBuilder kept = new StringBuilder();
    name.codePoints()
        .limit(MAX_NAME)
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
