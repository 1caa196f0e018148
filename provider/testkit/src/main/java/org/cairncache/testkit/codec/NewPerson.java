package org.cairncache.testkit.codec;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A type after it got a field; its tests know it as {@code ThePerson}. */
public record NewPerson(String name, int age, @Nullable String town) implements Serializable {}
