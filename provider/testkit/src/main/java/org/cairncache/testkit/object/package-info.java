/**
 * What every store on a bucket must do beside the contract, as suites over a server that counts and
 * fails: races, faults, lost replies, the life of a connection.
 */
@NullMarked
package org.cairncache.testkit.object;

import org.jspecify.annotations.NullMarked;
