import Foundation
import TestMachine

/// How the tests are run.
package enum TestRun {
  /// Whether `HALL_CI` is set: every program has to be installed, and the long loops run in full.
  package static let isThorough = ProcessInfo.processInfo.environment["HALL_CI"] != nil
}
