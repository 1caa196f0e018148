package org.cairncache.micrometer;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a PromQL expression names: every word of it that is no function, operator, label, range or
 * text is a metric, so that one with an odd prefix is found as well.
 *
 * @param metrics the names
 * @param labels those that it selects, groups and matches by
 */
record Expression(Set<String> metrics, Set<String> labels) {
  private static final Pattern MATCHERS = Pattern.compile("\\{[^}]*}");
  private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"[^\"]*\"");
  private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
  private static final Pattern FUNCTION = Pattern.compile("\\b\\w+\\s*(?=\\()");
  private static final Pattern WORD = Pattern.compile("\\b[a-zA-Z_:]\\w*");
  private static final Set<String> AGGREGATIONS =
      Set.of("sum", "max", "min", "and", "or", "unless");

  static Expression of(String text) {
    Set<String> labels =
        Stream.concat(
                LABEL.matcher(text).results().map(match -> match.group(1)),
                GROUPING
                    .matcher(text)
                    .results()
                    .flatMap(match -> Arrays.stream(match.group(1).split("\\s*,\\s*"))))
            .filter(label -> !label.isBlank())
            .collect(Collectors.toCollection(TreeSet::new));
    String rest = text;
    for (Pattern no : new Pattern[] {MATCHERS, RANGE, GROUPING, FUNCTION}) {
      rest = no.matcher(rest).replaceAll(" ");
    }
    Set<String> metrics = new TreeSet<>();
    for (Matcher word = WORD.matcher(rest); word.find(); ) {
      metrics.add(word.group());
    }
    metrics.removeAll(AGGREGATIONS);
    return new Expression(metrics, labels);
  }
}
