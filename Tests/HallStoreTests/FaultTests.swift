import FoundationEssentials
import HallHistory
import HallModel
@testable import HallStore
import HallSyntax
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Every writing command, interrupted at every single disk operation.
@Suite("Faults of the disk")
struct FaultTests {
  static let first = "agendas/M-2025-001-a.md"
  static let second = "agendas/M-2025-002.md"
  static let third = "agendas/M-2025-003.md"
  static let author = HallWriter.Author(name: "王五", at: "2025-09-03T09:12:03+08:00")

  static func text(_ number: Int, _ words: String) -> [UInt8] {
    Array("---\n会议: M-2025-00\(number)\n状态: 已召开\n---\n\n# 会\n\n\(words)\n".utf8)
  }

  /// A command that writes: what it changes, and the texts before and after.
  struct Scene: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Preparation on a healthy disk.
    let prepare: @Sendable (TemporaryHall) throws -> Void
    /// The edits of the command, given the present texts.
    let edits: @Sendable (TemporaryHall) throws -> [HallWriter.Edit]
    let takesBack: Bool
  }

  static func edit(_ hall: TemporaryHall, _ path: String, to new: [UInt8]?) throws
    -> HallWriter.Edit
  {
    let old = hall.bytes(path)
    return HallWriter.Edit(
      path: path, kind: .meeting, old: old, new: try #require(new ?? old), why: "改")
  }

  @discardableResult
  static func record(
    _ hall: TemporaryHall, _ edits: [HallWriter.Edit], disk: any Disk = SystemDisk(),
    takesBack: Bool = false, startsOver: Bool = false,
    notice: (HallWriter.Notice) -> Void = { _ in }
  ) throws -> [HallWriter.Recorded] {
    let folder = try hall.hall
    return try HallWriter(folder, disk: disk).write(
      edits, by: author, reason: startsOver ? "丢了" : nil, startsOver: startsOver, notice: notice,
      takingBack: takesBack ? folder.lastStep() : nil)
  }

  static let scenes = [
    Scene(
      testDescription: "the first record of a document",
      prepare: { try $0.write(first, bytes: text(1, "甲")) },
      edits: { [try edit($0, first, to: nil)] }, takesBack: false),
    Scene(
      testDescription: "record of an edited document",
      prepare: { hall in
        try hall.write(first, bytes: text(1, "甲"))
        try record(hall, [edit(hall, first, to: nil)])
        try hall.write(first, bytes: text(1, "乙"))
      },
      edits: { [try edit($0, first, to: nil)] }, takesBack: false),
    Scene(
      testDescription: "record of two edited documents and one new",
      prepare: { hall in
        for (number, path) in [(1, first), (2, second)] {
          try hall.write(path, bytes: text(number, "甲"))
          try record(hall, [edit(hall, path, to: nil)])
          try hall.write(path, bytes: text(number, "乙"))
        }
        try hall.write(third, bytes: text(3, "甲"))
      },
      edits: { hall in try [first, second, third].map { try edit(hall, $0, to: nil) } },
      takesBack: false),
    Scene(
      testDescription: "record where the last record was cut off",
      prepare: { hall in
        try hall.write(first, bytes: text(1, "甲"))
        try record(hall, [edit(hall, first, to: nil)])
        try hall.write(first, bytes: text(1, "乙"))
        try record(hall, [edit(hall, first, to: nil)])
        let torn = try #require(hall.bytes("history/M-2025-001.md")).dropLast(30)
        try hall.write("history/M-2025-001.md", bytes: Array(torn))
      },
      edits: { [try edit($0, first, to: nil)] }, takesBack: false),
    Scene(
      testDescription: "a change of a document with an edit not yet recorded",
      prepare: { hall in
        try hall.write(first, bytes: text(1, "甲"))
        try record(hall, [edit(hall, first, to: nil)])
        try hall.write(first, bytes: text(1, "乙"))
      },
      edits: { [try edit($0, first, to: text(1, "丙"))] }, takesBack: false),
    Scene(
      testDescription: "a change of two documents",
      prepare: { hall in
        for (number, path) in [(1, first), (2, second)] {
          try hall.write(path, bytes: text(number, "甲"))
          try record(hall, [edit(hall, path, to: nil)])
        }
      },
      edits: {
        [try edit($0, first, to: text(1, "乙")), try edit($0, second, to: text(2, "乙"))]
      }, takesBack: false),
    Scene(
      testDescription: "undo",
      prepare: { hall in
        try hall.write(first, bytes: text(1, "甲"))
        try record(hall, [edit(hall, first, to: nil)])
        try record(hall, [edit(hall, first, to: text(1, "乙"))])
      },
      edits: { [try edit($0, first, to: text(1, "甲"))] }, takesBack: true),
    Scene(
      testDescription: "restore",
      prepare: { hall in
        try hall.write(first, bytes: text(1, "甲"))
        try record(hall, [edit(hall, first, to: nil)])
        for words in ["乙", "丙"] { try record(hall, [edit(hall, first, to: text(1, words))]) }
      },
      edits: { [try edit($0, first, to: text(1, "甲"))] }, takesBack: false),
  ]

  @Test(
    "interrupted anywhere, a command leaves the old or the new texts, and the next finishes it",
    arguments: scenes, FaultyDisk.Fault.allCases)
  func everyOperation(scene: Scene, fault: FaultyDisk.Fault) throws {
    let moments = try FaultyDisk.moments(of: fault) { disk in
      let hall = try TemporaryHall()
      try scene.prepare(hall)
      try Self.record(hall, scene.edits(hall), disk: disk, takesBack: scene.takesBack)
    }
    #expect(moments.last.map { $0 > 10 } == true, "the seam was not in use")
    for moment in moments {
      let hall = try TemporaryHall()
      try scene.prepare(hall)
      let edits = try scene.edits(hall)
      let histories = try recordedTexts(hall)
      let disk = FaultyDisk(fault, at: moment)
      var passed = false
      do {
        try Self.record(hall, edits, disk: disk, takesBack: scene.takesBack)
        passed = true
      } catch {
        #expect(disk.struck)
      }
      for edit in edits {
        let now = hall.bytes(edit.path)
        #expect(now == edit.old || now == edit.new, "at operation \(moment)")
        if passed { #expect(now == edit.new) }
      }
      try expectHealed(hall, edits, histories, at: moment)
      #expect(disk.struck != (fault == .error && moment == moments.last), "at operation \(moment)")
    }
  }

  /// After the next command on a healthy disk everything is complete, and no recorded revision is
  /// lost.
  private func expectHealed(
    _ hall: TemporaryHall, _ edits: [HallWriter.Edit], _ before: [String: [[UInt8]]], at moment: Int
  ) throws {
    #expect(try hall.hall.documentPaths().map(\.path) == edits.map(\.path))
    _ = try HallWriter(hall.hall).lock()
    let texts = edits.map { hall.bytes($0.path) }
    let isDone = texts == edits.map(\.new)
    #expect(isDone || texts == edits.map(\.old), "half of a change, at \(moment)")
    try Self.record(hall, edits.map { try Self.edit(hall, $0.path, to: nil) })
    let (loaded, failures) = try hall.hall.load()
    #expect(failures.isEmpty)
    #expect(loaded.documents.count == edits.count + 1)
    let states = try hall.hall.historyStates(of: loaded, reckoning: nil).states
    #expect(states.count == edits.count)
    #expect(states.allSatisfy { $0.verdict == .whole }, "at operation \(moment)")
    let after = try recordedTexts(hall)
    for (name, texts) in before { #expect(after[name]?.starts(with: texts) == true) }
    for edit in edits where isDone {
      let place = try #require(historyPlace(of: edit))
      let texts = try #require(after[place.name])
      #expect(texts.last == edit.new)
      #expect(edit.old.map(texts.contains) ?? true, "what was edited outside is gone")
    }
    for edit in edits where !isDone {
      let place = try #require(historyPlace(of: edit))
      #expect(after[place.name]?.last == edit.old)
    }
    // No step is left over, and none is missing: a command works as if nothing had happened.
    let again = try edits.map { try Self.edit(hall, $0.path, to: $0.new + Array("又\n".utf8)) }
    #expect(try Self.record(hall, again).count == edits.count)
    #expect(hall.bytes(".hall/pending") == nil)
  }

  private func historyPlace(of edit: HallWriter.Edit) -> HistoryPlace? {
    HistoryPlace(of: Document(path: edit.path, kind: edit.kind, bytes: edit.new))
  }

  private func recordedTexts(_ hall: TemporaryHall) throws -> [String: [[UInt8]]] {
    let folder = try hall.hall
    var texts: [String: [[UInt8]]] = [:]
    for place in try folder.historyPlaces() {
      let ledger = try folder.ledger(of: place)
      #expect(ledger.fault == nil || ledger.tornFrom != nil)
      texts[place.name] = try ledger.revisions.map { try ledger.text(after: $0.number) }
    }
    return texts
  }

  @Test("an edit made after a crash is not overwritten by the text that the crash left waiting")
  func editAfterCrash() throws {
    var kept = 0
    for moment in 1..<60 {
      let hall = try TemporaryHall()
      try hall.write(Self.first, bytes: Self.text(1, "甲"))
      try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
      let edit = try Self.edit(hall, Self.first, to: Self.text(1, "乙"))
      let disk = FaultyDisk(.killed, at: moment)
      _ = try? Self.record(hall, [edit], disk: disk)
      guard disk.struck else { break }
      let mine = Self.text(1, "我的")
      try hall.write(Self.first, bytes: mine)
      try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
      #expect(hall.bytes(Self.first) == mine, "killed at operation \(moment)")
      let (loaded, _) = try hall.hall.load()
      #expect(
        try hall.hall.historyStates(of: loaded, reckoning: nil).states.map(\.verdict) == [.whole])
      kept += 1
    }
    #expect(kept > 10)
  }

  @Test("an error leaves the history as it was, byte for byte, and no step")
  func nothingOnError() throws {
    func hall() throws -> TemporaryHall {
      let hall = try TemporaryHall()
      try hall.write(Self.first, bytes: Self.text(1, "甲"))
      try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
      try hall.write(Self.first, bytes: Self.text(1, "乙"))
      try hall.write(Self.second, bytes: Self.text(2, "甲"))
      return hall
    }
    func record(_ hall: TemporaryHall, _ disk: FaultyDisk) throws {
      let edits = try [Self.first, Self.second].map { try Self.edit(hall, $0, to: nil) }
      try Self.record(hall, edits, disk: disk)
    }
    for (fault, least) in [(FaultyDisk.Fault.error, 8), (.full, 1)] {
      var failures = 0
      for moment in try FaultyDisk.moments(of: fault, in: { try record(hall(), $0) }) {
        let hall = try hall()
        let names = ["history/M-2025-001.md", "history/M-2025-002.md", ".hall/steps"]
        let before = names.map(hall.bytes)
        let disk = FaultyDisk(fault, at: moment)
        if (try? record(hall, disk)) == nil {
          failures += 1
          #expect(names.map(hall.bytes) == before, "\(fault) at operation \(moment)")
        }
      }
      #expect(failures > least)
    }
  }

  @Test("a revision is appended to the existing file, unless that has another name as well")
  func inPlace() throws {
    let hall = try TemporaryHall()
    let path = "history/M-2025-001.md"
    func inode() throws -> UInt64 {
      try #require(try SystemDisk().read(DiskPath(hall.root, ["history", "M-2025-001.md"]))).inode
    }
    try hall.write(Self.first, bytes: Self.text(1, "甲"))
    try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
    let before = try inode()
    try hall.write(Self.first, bytes: Self.text(1, "乙"))
    try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
    #expect(try inode() == before)

    let copy = hall.outside + "/copy"
    try FileManager.default.linkItem(atPath: hall.root + "/" + path, toPath: copy)
    let old = hall.bytes(path)
    try hall.write(Self.first, bytes: Self.text(1, "丙"))
    try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
    #expect(hall.bytes("../copy") == old)
    #expect(hall.bytes(path)?.count ?? 0 > old?.count ?? 0)
  }

  @Test("a history that another program replaced after it was read is not extended")
  func replaced() throws {
    let hall = try TemporaryHall()
    let path = "history/M-2025-001.md"
    try hall.write(Self.first, bytes: Self.text(1, "甲"))
    try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
    let found = try SystemDisk().read(DiskPath(hall.root, ["history", "M-2025-001.md"]))
    let whole = try #require(found).bytes.count
    let historyPath = try #require(HallPath(path))
    let part = Append.Part(path: historyPath, found: found, whole: whole, bytes: [0x78], mode: nil)
    let append = Append(folder: try hall.hall, disk: SystemDisk())
    // Another file with the same number of bytes, then the same file with more.
    try hall.write("other", bytes: try #require(found).bytes)
    let place = DiskPath(hall.root, ["history", "M-2025-001.md"])
    try SystemDisk().rename(DiskPath(hall.root, ["other"]), to: place)
    #expect(throws: Append.Failure.self) { try append.commit([part]) }
    #expect(hall.bytes(path) == found?.bytes)
    let now = try SystemDisk().read(DiskPath(hall.root, ["history", "M-2025-001.md"]))
    let longer = Append.Part(path: historyPath, found: now, whole: whole, bytes: [0x78], mode: nil)
    let end = try SystemDisk().openEnd(place)
    _ = try SystemDisk().write([0x79], to: end.file)
    SystemDisk().close(end.file)
    #expect(throws: Append.Failure.self) { try append.commit([longer]) }
    #expect(hall.bytes(path) == (found?.bytes ?? []) + [0x79])
  }

  @Test("an append cut off at any byte is detected, and redone by the next record")
  func torn() throws {
    let hall = try TemporaryHall()
    let path = "history/M-2025-001.md"
    try hall.write(Self.first, bytes: Self.text(1, "甲"))
    try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
    let one = try #require(hall.bytes(path))
    try hall.write(Self.first, bytes: Self.text(1, "乙"))
    try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
    let two = try #require(hall.bytes(path))
    for end in 0..<two.count where end != one.count {
      try hall.write(path, bytes: Array(two.prefix(end)))
      let (loaded, _) = try hall.hall.load()
      let state = try #require(try hall.hall.historyStates(of: loaded, reckoning: nil).states.first)
      guard end > one.count else {
        // No history begins like that: it is refused, and left unchanged.
        #expect(throws: HallWriter.Failure.self) {
          try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
        }
        #expect(hall.bytes(path)?.count == end)
        continue
      }
      guard case .damaged(let fault) = state.verdict else {
        // A history with only its title has no revision yet.
        #expect(end == "# M-2025-001\n".utf8.count, "cut at \(end)")
        continue
      }
      #expect(fault.reason == .torn, "cut at \(end)")
      if end > 0 {
        #expect(try hall.hall.unrecordedDocuments(of: loaded).map(\.path) == [Self.first])
      }
      var notices: [HallWriter.Notice] = []
      try Self.record(hall, [Self.edit(hall, Self.first, to: nil)]) { notices.append($0) }
      #expect(notices == [.cutOff(state.place, number: 2, isRedone: true)])
      #expect(
        try hall.hall.historyStates(of: loaded, reckoning: nil).states.map(\.verdict) == [.whole],
        "cut at \(end)")
    }
    // If the document is the earlier text, the incomplete revision is only removed.
    try hall.write(path, bytes: Array(two.prefix(one.count + 20)))
    try hall.write(Self.first, bytes: Self.text(1, "甲"))
    #expect(try Self.record(hall, [Self.edit(hall, Self.first, to: nil)]).isEmpty)
    #expect(hall.bytes(path) == one)
  }

  @Test(
    "a history that has lost revisions is not extended without a reason",
    arguments: [nil, "", "# M-2025-001\n", "1"])
  func lost(rest: String?) throws {
    let path = "history/M-2025-001.md"
    let hall = try TemporaryHall()
    var one: [UInt8] = []
    for words in ["甲", "乙"] {
      try hall.write(Self.first, bytes: Self.text(1, words))
      try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
      if one.isEmpty { one = try #require(hall.bytes(path)) }
    }
    // The known lengths outlive the steps that were undone, and those beyond the limit.
    try Self.record(hall, [Self.edit(hall, Self.first, to: Self.text(1, "甲"))], takesBack: true)
    try hall.write(Self.second, bytes: Self.text(2, "0"))
    for number in 1...201 {
      try Self.record(hall, [Self.edit(hall, Self.second, to: Self.text(2, "\(number)"))])
    }
    try hall.write(Self.first, bytes: Self.text(1, "丙"))
    if let rest {
      try hall.write(path, bytes: rest == "1" ? one : Array(rest.utf8))
    } else {
      try FileManager.default.removeItem(atPath: hall.root + "/" + path)
    }
    let left = hall.bytes(path)
    let edit = try Self.edit(hall, Self.first, to: nil)
    let has = rest == "1" ? 1 : 0
    do {
      try Self.record(hall, [edit])
      Issue.record("it was recorded")
    } catch HallWriter.Failure.lostRevisions(path, let found, let had) {
      #expect(found == has && had == 2)
    }
    #expect(hall.bytes(path) == left)
    let recorded = try Self.record(hall, [edit], startsOver: true)
    #expect(recorded.map(\.number) == [has + 1] && recorded.map(\.why) == ["丢了"])
    #expect(try Self.record(hall, [Self.edit(hall, Self.first, to: Self.text(1, "丁"))]).count == 1)
    let (loaded, _) = try hall.hall.load()
    #expect(
      try hall.hall.historyStates(of: loaded, reckoning: nil).states.map(\.verdict) == [
        .whole, .whole,
      ])
  }

  @Test("approved minutes without a history are recorded, with a notice if others have one")
  func approved() throws {
    let hall = try TemporaryHall()
    for number in 1...2 {
      let path = number == 1 ? Self.first : Self.second
      let text = String(decoding: Self.text(number, "甲"), as: UTF8.self)
      try hall.write(path, text.replacing("已召开", with: "已确认"))
      var notices: [HallWriter.Notice] = []
      let edit = try Self.edit(hall, path, to: nil)
      let recorded = try Self.record(hall, [edit]) { notices.append($0) }
      #expect(notices == (number == 1 ? [] : recorded.map { .approvedWithoutHistory($0.place) }))
      #expect(recorded.count == 1)
    }
  }

  @Test("a history is not extended if its last chain does not match")
  func changedBefore() throws {
    let hall = try TemporaryHall()
    let path = "history/M-2025-001.md"
    try hall.write(Self.first, bytes: Self.text(1, "甲"))
    try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
    let text = String(decoding: try #require(hall.bytes(path)), as: UTF8.self)
    try hall.write(path, text.replacing("* why: 改", with: "* why: 盖"))
    // Both if the document is the text of the last revision, and if not.
    #expect(throws: HallWriter.Failure.self) {
      try Self.record(hall, [Self.edit(hall, Self.first, to: Self.text(1, "乙"))])
    }
    #expect(hall.bytes(Self.first) == Self.text(1, "甲"))
    try hall.write(Self.first, bytes: Self.text(1, "乙"))
    #expect(throws: HallWriter.Failure.self) {
      try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
    }
    #expect(hall.bytes(path)?.count == text.utf8.count)
  }

  @Test("files that a crash leaves are removed by the next command, whatever it changes")
  func swept() throws {
    var left = 0
    for moment in 1..<60 {
      let hall = try TemporaryHall()
      try hall.write(Self.first, bytes: Self.text(1, "甲"))
      try hall.write(Self.second, bytes: Self.text(2, "甲"))
      try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
      let disk = FaultyDisk(.killed, at: moment)
      let edit = try Self.edit(hall, Self.first, to: Self.text(1, "乙"))
      _ = try? Self.record(hall, [edit], disk: disk)
      guard disk.struck else { break }
      func waiting() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: hall.root).filter {
          $0.hasSuffix(".hall-new") || $0.contains("pending") || $0.contains(".hall/history")
        }
      }
      left += try waiting().count
      try Self.record(hall, [Self.edit(hall, Self.second, to: nil)])
      #expect(try waiting().isEmpty, "killed at operation \(moment)")
    }
    #expect(left > 10)
  }

  @Test("a failure after the note is written says that the change is made, and it is")
  func unfinished() throws {
    var found = 0
    for moment in 1..<60 {
      let hall = try TemporaryHall()
      try hall.write(Self.first, bytes: Self.text(1, "甲"))
      try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
      let disk = FaultyDisk(.error, at: moment)
      let edit = try Self.edit(hall, Self.first, to: Self.text(1, "乙"))
      do {
        try Self.record(hall, [edit], disk: disk)
      } catch HallWriter.Failure.unfinished {
        found += 1
        _ = try HallWriter(hall.hall).lock()
        #expect(hall.bytes(Self.first) == edit.new, "error at operation \(moment)")
      } catch {
        _ = try HallWriter(hall.hall).lock()
        #expect(hall.bytes(Self.first) == edit.old, "error at operation \(moment)")
      }
    }
    #expect(found > 3)
  }

  @Test("a crash leaves no file that is read as a document or a history")
  func leftovers() throws {
    let hall = try TemporaryHall()
    try hall.write(Self.first, bytes: Self.text(1, "甲"))
    for name in [
      "agendas/.M-2025-001-a.md.hall-new", "history/.M-2025-001.md.hall-new", ".hall/pending.new",
      ".hall/pending.0", ".hall/pending.1", ".hall/history.0", ".hall/history.1",
    ] {
      try hall.write(name, "half")
    }
    #expect(try hall.hall.load().hall.documents.map(\.path) == ["hall.md", Self.first])
    #expect(try hall.hall.historyPlaces().isEmpty)
    try Self.record(hall, [Self.edit(hall, Self.first, to: Self.text(1, "乙"))])
    #expect(hall.bytes(Self.first) == Self.text(1, "乙"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: hall.root + "/.hall").sorted()
        == [".gitignore", "steps"])
  }

  @Test(
    "a crash leaves nothing that git would add as a file of the hall", arguments: [0, 2, 4, 5])
  func outOfSight(scene: Int) throws {
    let scene = Self.scenes[scene]
    var moment = 0
    while true {
      moment += 1
      let hall = try TemporaryHall()
      try scene.prepare(hall)
      let edits = try scene.edits(hall)
      let disk = FaultyDisk(.killedAfter, at: moment)
      _ = try? Self.record(hall, edits, disk: disk)
      let files = try FileManager.default.subpathsOfDirectory(atPath: hall.root).filter {
        !$0.hasPrefix(".hall")
      }
      #expect(
        files.allSatisfy { !$0.split(separator: "/").contains { $0.hasPrefix(".") } },
        "at operation \(moment)")
      if !disk.struck { break }
    }
    #expect(moment > 10)
  }

  @Test(
    "with .hall/ on another disk, an interrupted command leaves the old texts or the new",
    arguments: [FaultyDisk.Fault.error, .killed])
  func apart(fault: FaultyDisk.Fault) throws {
    for scene in Self.scenes {
      var moment = 0
      while true {
        moment += 1
        let hall = try TemporaryHall()
        try scene.prepare(hall)
        let edits = try scene.edits(hall)
        let histories = try recordedTexts(hall)
        let disk = FaultyDisk(fault, at: moment, isApart: true)
        _ = try? Self.record(hall, edits, disk: disk, takesBack: scene.takesBack)
        _ = try HallWriter(hall.hall, disk: FaultyDisk(.error, at: .max, isApart: true)).lock()
        try expectHealed(hall, edits, histories, at: moment)
        if !disk.struck { break }
      }
    }
  }

  @Test("a disk error names the file, and what went wrong")
  func named() throws {
    let hall = try TemporaryHall()
    try hall.write(Self.first, bytes: Self.text(1, "甲"))
    let disk = SystemDisk()
    let file = try disk.openLock(DiskPath(whole: hall.root), isFolder: true)
    defer { disk.close(file) }
    func failure(_ work: () throws(DiskFailure) -> Void) -> DiskFailure? {
      do throws(DiskFailure) { try work() } catch { return error }
      return nil
    }
    let failures = [
      failure { () throws(DiskFailure) in try disk.truncate(file, to: 0) },
      failure { () throws(DiskFailure) in _ = try disk.write([0x78], to: file) },
    ]
    #expect(failures.map(\.?.path) == [hall.root, hall.root])
    let causes: [(Int32, DiskFailure.Cause)] = [
      (ENOSPC, .full), (EDQUOT, .full), (EACCES, .notAllowed), (EROFS, .readOnly),
      (EFBIG, .tooLarge), (EIO, .broken), (EINVAL, .other),
    ]
    for (number, cause) in causes {
      #expect(DiskFailure("write", "x", number).cause == cause)
    }
  }

  @Test("an incomplete note is ignored: the old text stays")
  func tornNote() throws {
    let hall = try TemporaryHall()
    try hall.write(Self.first, bytes: Self.text(1, "甲"))
    try hall.write(".hall/pending.0", bytes: Self.text(1, "乙"))
    try hall.write(".hall/pending", "- agendas/M-2025-001-a.md\nsha256:00")
    _ = try HallWriter(hall.hall).lock()
    #expect(hall.bytes(Self.first) == Self.text(1, "甲"))
    #expect(hall.bytes(".hall/pending") == nil)
  }

  @Test(
    "a file's mode is kept, and its history is readable by the same people",
    arguments: [0o600, 0o664])
  func mode(_ mode: Int) throws {
    let hall = try TemporaryHall()
    for (number, file) in [(1, Self.first), (2, Self.second)] {
      try hall.write(file, bytes: Self.text(number, "甲"))
      let path = hall.root + "/" + file
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      let new = number == 1 ? Self.text(1, "乙") : nil
      try Self.record(hall, [Self.edit(hall, file, to: new)])
      #expect(SystemDisk.mode(of: path) == UInt32(mode))
      #expect(SystemDisk.mode(of: hall.root + "/history/M-2025-00\(number).md") == UInt32(mode))
    }
  }

  @Test("record waits for the disk once, and once more for each new name")
  func syncs() throws {
    let hall = try TemporaryHall()
    try hall.write(Self.first, bytes: Self.text(1, "甲"))
    func syncs(_ new: [UInt8]?) throws -> [String] {
      let disk = FaultyDisk(.error, at: .max)
      try Self.record(hall, [Self.edit(hall, Self.first, to: new)], disk: disk)
      return disk.syncs.map { $0.hasPrefix(hall.root) ? "." + $0.dropFirst(hall.root.count) : $0 }
    }
    #expect(try syncs(nil) == [".", ".", "file", "./history"])
    try hall.write(Self.first, bytes: Self.text(1, "乙"))
    #expect(try syncs(nil) == ["file"])
    #expect(
      try syncs(Self.text(1, "丙"))
        == ["file", "file", "file", "./.hall", "./agendas", "./history"])
  }

  @Test("a link in place of a document or a history is refused and not replaced")
  func links() throws {
    let hall = try TemporaryHall()
    let target = hall.outside + "/x"
    try hall.write("../x", bytes: Self.text(1, "甲"))
    try hall.folder("agendas")
    try hall.link(Self.first, to: target)
    let edit = HallWriter.Edit(
      path: Self.first, kind: .meeting, old: Self.text(1, "甲"), new: Self.text(1, "乙"), why: "改")
    #expect(throws: HallWriter.Failure.self) { try Self.record(hall, [edit]) }
    #expect(hall.bytes("../x") == Self.text(1, "甲"))
    #expect(hall.bytes("history/M-2025-001.md") == nil)

    try hall.folder("history")
    try hall.link("history/M-2025-002.md", to: target)
    try hall.write(Self.second, bytes: Self.text(2, "甲"))
    #expect(throws: HallWriter.Failure.self) {
      try Self.record(hall, [Self.edit(hall, Self.second, to: Self.text(2, "乙"))])
    }
    #expect(hall.bytes(Self.second) == Self.text(2, "甲"))
    #expect(hall.bytes("../x") == Self.text(1, "甲"))
  }

  @Test("a change based on a text that has changed since is refused")
  func changedMeanwhile() throws {
    let hall = try TemporaryHall()
    try hall.write(Self.first, bytes: Self.text(1, "甲"))
    let edit = HallWriter.Edit(
      path: Self.first, kind: .meeting, old: Self.text(1, "旧"), new: Self.text(1, "乙"), why: "改")
    #expect(throws: HallWriter.Failure.self) { try Self.record(hall, [edit]) }
    #expect(hall.bytes(Self.first) == Self.text(1, "甲"))
  }

  @Test("a file saved while a command writes is kept, and the command says so")
  func savedMeanwhile() throws {
    for fault in [FaultyDisk.Fault.error, .killed, .killedAfter] {
      var moment = 0
      while true {
        moment += 1
        let hall = try TemporaryHall()
        try hall.write(Self.first, bytes: Self.text(1, "甲"))
        try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
        let history = hall.bytes("history/M-2025-001.md")
        let mine = Self.text(1, "我的")
        let file = hall.root + "/" + Self.first
        let saved = hall.root + "/saved"
        let disk = FaultyDisk(fault, at: moment) { folder in
          if folder.hasSuffix("/.hall") {
            _ = FileManager.default.createFile(atPath: saved, contents: nil)
            _ = FileManager.default.createFile(atPath: file, contents: Data(mine))
          }
        }
        let edit = try Self.edit(hall, Self.first, to: Self.text(1, "乙"))
        #expect(throws: HallWriter.Failure.self) { try Self.record(hall, [edit], disk: disk) }
        _ = try HallWriter(hall.hall).lock()
        if hall.bytes("saved") != nil {
          #expect(hall.bytes(Self.first) == mine, "\(fault) at \(moment)")
        }
        #expect(hall.bytes(".hall/pending") == nil && hall.bytes(".hall/pending.new") == nil)
        if disk.struck { continue }
        #expect(hall.bytes(Self.first) == mine)
        #expect(hall.bytes("history/M-2025-001.md") == history)
        break
      }
      #expect(moment > 10)
    }
  }

  @Test("zeros at the end of a history are an interrupted write, and the next record removes them")
  func zeros() throws {
    let path = "history/M-2025-001.md"
    let hall = try TemporaryHall()
    try hall.write(Self.first, bytes: Self.text(1, "甲"))
    try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
    let one = try #require(hall.bytes(path))
    try hall.write(Self.first, bytes: Self.text(1, "乙"))
    try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
    let two = try #require(hall.bytes(path))
    for end in one.count..<two.count {
      try hall.write(path, bytes: two.prefix(end) + [UInt8](repeating: 0, count: two.count - end))
      let (loaded, _) = try hall.hall.load()
      let state = try #require(try hall.hall.historyStates(of: loaded, reckoning: nil).states.first)
      guard case .damaged(let fault) = state.verdict else {
        Issue.record("not found at \(end)")
        continue
      }
      #expect(fault.revision == 2 && fault.reason == .torn, "at \(end)")
      try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
      #expect(hall.bytes(path)?.starts(with: one) == true)
      #expect(
        try hall.hall.historyStates(of: loaded, reckoning: nil).states.map(\.verdict) == [.whole])
    }
    // Zeros followed by something else are not an interrupted write.
    try hall.write(path, bytes: one + [0, 0, 0x0A])
    #expect(throws: HallWriter.Failure.self) {
      try Self.record(hall, [Self.edit(hall, Self.first, to: nil)])
    }
  }

  @Test("a folder of histories that leads out of the hall is not written")
  func linkedHistories() throws {
    let hall = try TemporaryHall()
    try FileManager.default.createDirectory(
      atPath: hall.outside + "/elsewhere", withIntermediateDirectories: true)
    try hall.link("history", to: hall.outside + "/elsewhere")
    try hall.write(Self.first, bytes: Self.text(1, "甲"))
    let edit = try Self.edit(hall, Self.first, to: nil)
    #expect(throws: HallWriter.Failure.self) { try Self.record(hall, [edit]) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: hall.outside + "/elsewhere") == [])
  }

  @Test("a note with a path out of the hall moves nothing; one for a missing folder is finished")
  func strayNotes() throws {
    func note(_ line: String) -> String {
      line + "\nsha256:" + SHA256.hex(of: Array((line + "\n").utf8)) + "\n"
    }
    let hall = try TemporaryHall()
    try hall.write("../x.md", "甲")
    try hall.write(".hall/pending.0", "乙")
    try hall.write(".hall/pending", note(SHA256.hex(of: Array("甲".utf8)) + " ../x.md"))
    _ = try HallWriter(hall.hall).lock()
    #expect(hall.bytes("../x.md") == Array("甲".utf8))
    #expect(hall.bytes(".hall/pending.0") == nil)
    try hall.write(".hall/pending", note("- matters/Q-2025-001.md"))
    _ = try HallWriter(hall.hall).lock()
    #expect(hall.bytes("matters/Q-2025-001.md") == nil)
    try hall.write(".hall/pending.0", "乙")
    try hall.write(".hall/pending", note("- matters/Q-2025-001.md"))
    _ = try HallWriter(hall.hall).lock()
    #expect(hall.bytes("matters/Q-2025-001.md") == Array("乙".utf8))
    #expect(hall.bytes(".hall/pending") == nil)
  }

  @Test("two files of one identifier do not share a history")
  func sameIdentifier() throws {
    let hall = try TemporaryHall()
    let paths = [Self.first, "agendas/M-2025-001-b.md"]
    for (path, words) in zip(paths, ["甲", "乙"]) {
      try hall.write(path, bytes: Self.text(1, words))
    }
    #expect(throws: HallWriter.Failure.self) {
      try Self.record(hall, paths.map { try Self.edit(hall, $0, to: nil) })
    }
    #expect(hall.bytes("history/M-2025-001.md") == nil)
  }
}

extension SystemDisk {
  static func mode(of path: String) -> UInt32? {
    (try? SystemDisk().read(DiskPath(whole: path)))?.mode
  }
}
