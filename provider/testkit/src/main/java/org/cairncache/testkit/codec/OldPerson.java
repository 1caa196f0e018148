package org.cairncache.testkit.codec;

import java.io.Serializable;

/** A type before it got a field; its tests know it as {@code ThePerson}. */
public record OldPerson(String name, int age) implements Serializable {}
