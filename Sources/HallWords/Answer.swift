/// What a command answers: its output, what it has to say beside it, and its exit status.
package struct Answer: Sendable {
  package var output = ""
  /// Bytes of a file, printed as they stand, where that is what was asked for.
  package var bytes: [UInt8]?
  package var errors = ""
  /// 0 done and nothing found; 1 something found; 2 it could not be done.
  package var status: Int32 = 0
  /// Whether it is the answer of a command that writes, and has done so.
  package var isChange = false

  package init(output: String = "", errors: String = "", status: Int32 = 0) {
    self.output = output
    self.errors = errors
    self.status = status
  }

  /// Raises the status: 2 wins over 1, and 1 over 0.
  package mutating func raise(to status: Int32) { self.status = max(self.status, status) }
}
