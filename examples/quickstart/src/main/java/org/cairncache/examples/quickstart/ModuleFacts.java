package org.cairncache.examples.quickstart;

import java.io.Serializable;

/**
 * What a census of one JDK module found. Immutable, and serializable so that any store can keep it.
 *
 * @param module the module's name, such as {@code java.base}
 * @param types classes, interfaces, enums and records, nested ones included
 * @param methods methods, constructors and initializers declared by those types
 * @param bytes size of their class files
 */
record ModuleFacts(String module, int types, int methods, long bytes) implements Serializable {}
