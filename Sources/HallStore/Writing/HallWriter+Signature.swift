import HallHistory

/// A signature is a new file, and never replaces an existing one.
extension HallWriter {
  /// Writes a signature, and the file of signers if that changes with it: both or neither.
  ///
  /// - Parameter signers: the file of signers as read, and its new text.
  package func add(
    _ signature: SignatureFile, signers: (old: [UInt8]?, new: [UInt8])? = nil,
    holding held: HallLock? = nil
  ) throws(Failure) {
    let lock: HallLock
    if let held { lock = held } else { lock = try self.lock() }
    defer { withExtendedLifetime(lock) {} }
    var files = [
      Transaction.File(
        path: try parsed(signature.path), old: nil, bytes: signature.bytes, mode: nil)
    ]
    if let signers {
      let mode = try read(AllowedSigners.path)?.mode
      files.append(
        Transaction.File(
          path: try parsed(AllowedSigners.path), old: signers.old, bytes: signers.new, mode: mode))
    }
    try makeNotes()
    try commit(files)
  }
}
