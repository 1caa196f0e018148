package org.cairncache.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Skips parts of the contract, by the names of their classes, and says so in the report. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LeavingOut.class)
@interface LeaveOut {

  /** Always, as the server is not made for them; a test must show that it is not. */
  String[] value();

  /** But for a nightly build, as they take long. */
  String[] unlessNightly() default {};
}
