/** What the JVM that runs the annotation tests gets beside the TCK: the container of its beans. */
package org.cairncache.tck.cdi;
