import HallSyntax

/// Copies of private files before they are replaced: private files have no history.
extension HallWriter {
  /// A private file that is about to be replaced.
  struct PrivateCopy {
    let path: HallPath
    let bytes: [UInt8]
  }

  static let replaced = HallPath.notes("replaced")

  /// Writes the copies to `.hall/replaced/`, readable only by their owner, and waits until they are
  /// on the disk.
  ///
  /// - Returns: the place of each copy.
  func keep(_ copies: [PrivateCopy], at moment: String) throws(Failure) -> [Notice] {
    guard !copies.isEmpty else { return [] }
    let folder = folder.place(HallWriter.replaced)
    let (made, taken) = try onDisk { () throws(DiskFailure) in
      (try disk.makeFolder(folder), Set((try? FileSystem.list(folder)) ?? []))
    }
    var names = taken
    var notices: [Notice] = []
    for copy in copies {
      let name = HallWriter.freeName(copy.path, at: moment, taken: names)
      names.insert(name)
      let target = HallPath.notes("replaced", name)
      try onDisk { () throws(DiskFailure) in
        try disk.write(copy.bytes, toNew: self.folder.place(target), mode: 0o600)
      }
      notices.append(.copied(copy.path.text, target.text))
    }
    try onDisk { () throws(DiskFailure) in
      try disk.syncFolder(folder)
      if made { try disk.syncFolder(self.folder.place(.notesFolder)) }
    }
    return notices
  }

  /// Copies a file of the record before it is replaced; if that fails, there is no copy.
  package func keepCopy(of path: String, _ bytes: [UInt8], at moment: String) {
    guard let path = HallPath(path), path.text.hasSuffix(".md") else { return }
    _ = try? makeNotes()
    _ = try? keep([PrivateCopy(path: path, bytes: bytes)], at: moment)
  }

  /// `roster.2025-03-10-093000.md`, or the next free name.
  private static func freeName(
    _ path: HallPath, at moment: String, taken: Set<String>
  ) -> String {
    let file = path.steps.dropFirst().joined(separator: "_")
    let stem = String(file.dropLast(".md".count))
    let day = moment.prefix { $0 != "T" }
    let time = moment.dropFirst(day.count + 1).prefix(8).filter { $0 != ":" }
    func name(_ count: Int) -> String {
      "\(stem).\(day)-\(time)" + (count == 1 ? "" : ".\(count)") + ".md"
    }
    var count = 1
    while taken.contains(name(count)) { count += 1 }
    return name(count)
  }
}
