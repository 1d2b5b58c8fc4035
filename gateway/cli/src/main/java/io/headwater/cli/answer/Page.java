package io.headwater.cli.answer;

import java.util.List;

/** Plain text of one width: headings, paragraphs that wrap under their indent, and tables. */
final class Page {
  private static final int WIDTH = 100;

  private final StringBuilder text = new StringBuilder();

  /** A line of its own after an empty one. */
  Page heading(String line) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    text.append(line).append('\n');
    return this;
  }

  /** A paragraph: the first line begins with the mark, the others align under its text. */
  Page paragraph(int indent, String mark, String words) {
    StringBuilder line = new StringBuilder(" ".repeat(indent)).append(mark);
    int hanging = line.length();
    boolean first = true;
    for (String word : words.strip().split("\\s+")) {
      if (!first && line.length() + 1 + word.length() > WIDTH) {
        text.append(line).append('\n');
        line = new StringBuilder(" ".repeat(hanging));
        first = true;
      }
      line.append(first ? "" : " ").append(word);
      first = false;
    }
    text.append(line.toString().stripTrailing()).append('\n');
    return this;
  }

  /** Rows under each other, every column as wide as its widest cell. */
  Page table(int indent, List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(" ".repeat(indent));
      for (int i = 0; i < row.size(); i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
