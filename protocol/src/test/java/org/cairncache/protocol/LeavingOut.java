package org.cairncache.protocol;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Does what {@link LeaveOut} says. */
final class LeavingOut implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    String part = context.getRequiredTestClass().getSimpleName();
    LeaveOut said = outermost(context).getAnnotation(LeaveOut.class);
    if (List.of(said.value()).contains(part)) {
      return disabled("not on this server");
    }
    if (List.of(said.unlessNightly()).contains(part) && !Boolean.getBoolean("nightly")) {
      return disabled("on this server nightly");
    }
    return enabled("no part of the contract that is left out");
  }

  private static Class<?> outermost(ExtensionContext context) {
    List<Class<?>> around = context.getEnclosingTestClasses();
    return around.isEmpty() ? context.getRequiredTestClass() : around.get(0);
  }
}
