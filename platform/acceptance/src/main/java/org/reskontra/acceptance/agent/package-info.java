/**
 * Faults inside a service's process, put there from outside by a Java agent. JDK only: it runs in every service. It handles
 * other people's objects by reflection, so nothing is promised about null.
 */
package org.reskontra.acceptance.agent;
