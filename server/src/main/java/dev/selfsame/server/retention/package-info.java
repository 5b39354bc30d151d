/**
 * Deletes what tenants do not want to keep any longer: people who are not used, people whose
 * consent has ended, old counts, old receipts. Declares the lease by which one of several servers
 * does so at a time. Depends on tenant, person, usage, receipt and audit.
 */
@NullMarked
package dev.selfsame.server.retention;

import org.jspecify.annotations.NullMarked;
