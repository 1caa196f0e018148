/** Spring's and JCache's cache annotations in a Spring Boot application. */
@NullMarked
package org.cairncache.examples.spring;

import org.jspecify.annotations.NullMarked;
