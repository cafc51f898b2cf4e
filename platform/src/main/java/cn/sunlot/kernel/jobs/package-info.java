/**
 * Long work that survives a restart: jobs in the database, run by whichever node is free.
 *
 * <p>A module offers a {@link cn.sunlot.kernel.jobs.JobWork} bean and starts it with {@link
 * cn.sunlot.kernel.jobs.Jobs#start}.
 */
@NullMarked
package cn.sunlot.kernel.jobs;

import org.jspecify.annotations.NullMarked;
