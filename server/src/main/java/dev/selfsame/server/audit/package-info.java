/**
 * What was done to keys, tenants and data, by whom and when; rows are added and never changed, and
 * a chain of hashes shows where somebody else did. Depends on nothing of the house.
 */
@NullMarked
package dev.selfsame.server.audit;

import org.jspecify.annotations.NullMarked;
