import FoundationEssentials
import HallHistory
import HallModel
@testable import HallStore
import HallSyntax
import Testing

/// A document that a command created is removed from the hall with its history.
@Suite("Unmaking")
struct UnmakingTests {
  static let made = FaultTests.second
  static let changed = FaultTests.first
  static let history = "history/M-2025-002.md"
  static let changedHistory = "history/M-2025-001.md"
  static let kept = ".hall/undone/M-2025-002.md"
  static let keptHistory = ".hall/undone/M-2025-002.history.md"

  /// A step that created one document and changed another.
  static func hall() throws -> TemporaryHall {
    let hall = try TemporaryHall()
    try hall.write(changed, bytes: FaultTests.text(1, "甲"))
    try FaultTests.record(hall, [FaultTests.edit(hall, changed, to: nil)])
    try make(hall)
    return hall
  }

  static func make(_ hall: TemporaryHall, _ words: String = "甲", changing: String = "乙") throws {
    try FaultTests.record(
      hall,
      [
        FaultTests.edit(hall, changed, to: FaultTests.text(1, changing)),
        FaultTests.edit(hall, made, to: FaultTests.text(2, words)),
      ])
  }

  static func unmake(_ hall: TemporaryHall, disk: any Disk = SystemDisk()) throws {
    let folder = try hall.hall
    let document = Document(path: made, kind: .meeting, bytes: try #require(hall.bytes(made)))
    let unmaking = HallWriter.Unmaking(
      of: try #require(HistoryPlace(of: document)), path: made, old: document.bytes,
      history: try #require(hall.bytes(history)), in: folder)
    _ = try HallWriter(folder, disk: disk).write(
      [FaultTests.edit(hall, changed, to: FaultTests.text(1, "甲"))], unmaking: [unmaking],
      by: FaultTests.author, reason: nil, takingBack: folder.lastStep())
  }

  /// The files in the hall and in `.hall/undone/`, and whether everything is there or everything is
  /// gone.
  static func isUnmade(
    _ hall: TemporaryHall, _ before: [[UInt8]?], at moment: Int
  ) throws -> Bool {
    let there = [made, history].map(hall.bytes)
    let away = [kept, keptHistory].map(hall.bytes)
    let isUnmade = away == before
    #expect(
      isUnmade ? there == [nil, nil] : there == before && away == [nil, nil],
      "half of it, at operation \(moment)")
    let text = hall.bytes(changed)
    #expect(text == FaultTests.text(1, isUnmade ? "甲" : "乙"), "at operation \(moment)")
    return isUnmade
  }

  @Test(
    "interrupted anywhere, both files are in the hall or both are kept outside it",
    arguments: FaultyDisk.Fault.allCases, [false, true])
  func everyOperation(fault: FaultyDisk.Fault, isApart: Bool) throws {
    let moments = try FaultyDisk.moments(of: fault, isApart: isApart) { disk in
      try Self.unmake(Self.hall(), disk: disk)
    }
    #expect(moments.last.map { $0 > 15 } == true, "the seam was not in use")
    var found: Set<Bool> = []
    for moment in moments {
      let hall = try Self.hall()
      let before = [Self.made, Self.history].map(hall.bytes)
      let disk = FaultyDisk(fault, at: moment, isApart: isApart)
      var passed = false
      do {
        try Self.unmake(hall, disk: disk)
        passed = true
      } catch {
        #expect(disk.struck)
      }
      // Nothing is lost at any moment.
      let names = [(Self.made, Self.kept), (Self.history, Self.keptHistory)]
      for ((file, away), text) in zip(names, before) {
        #expect(hall.bytes(file) == text || hall.bytes(away) == text, "lost at \(moment)")
      }
      _ = try HallWriter(hall.hall, disk: FaultyDisk(.error, at: .max, isApart: isApart)).lock()
      let isUnmade = try Self.isUnmade(hall, before, at: moment)
      if passed { #expect(isUnmade) }
      found.insert(isUnmade)
      let left = try FileManager.default.subpathsOfDirectory(atPath: hall.root).filter {
        $0.hasSuffix(".hall-new") || $0.contains("pending")
      }
      #expect(left.isEmpty, "at operation \(moment)")
      let (loaded, failures) = try hall.hall.load()
      #expect(failures.isEmpty)
      let states = try hall.hall.historyStates(of: loaded, reckoning: nil).states
      #expect(states.count == (isUnmade ? 1 : 2))
      #expect(states.allSatisfy { $0.verdict == .whole }, "at operation \(moment)")
      // The number may be given again, and its history starts anew.
      if isUnmade {
        try Self.make(hall, "又", changing: "丙")
        #expect(try hall.hall.lastStep()?.last?.first == 1)
        if passed {
          #expect(try hall.hall.undoneName("M-2025-002") == "M-2025-002.2")
        }
      }
      #expect(disk.struck != (fault == .error && moment == moments.last), "at operation \(moment)")
    }
    let expected: Set<Bool> =
      switch fault {
      case .error, .killed: [true, false]
      case .full: isApart ? [true, false] : [false]
      case .short, .killedAfter: [true]
      }
    #expect(found == expected)
  }

  @Test("a file saved during the removal stays, with its history, and is reported")
  func savedMeanwhile() throws {
    let hall = try Self.hall()
    let before = hall.bytes(Self.history)
    let mine = FaultTests.text(2, "我的")
    let path = hall.root + "/" + Self.made
    let disk = FaultyDisk(.error, at: .max) { folder in
      if folder.hasSuffix("/.hall") {
        _ = FileManager.default.createFile(atPath: path, contents: Data(mine))
      }
    }
    #expect(throws: HallWriter.Failure.self) { try Self.unmake(hall, disk: disk) }
    #expect(hall.bytes(Self.made) == mine)
    #expect(hall.bytes(Self.history) == before)
    #expect(hall.bytes(Self.changed) == FaultTests.text(1, "乙"))
    #expect(hall.bytes(Self.kept) == nil)
    // The step can still be undone.
    #expect(try hall.hall.lastStep()?.count == 2)
  }

  @Test("a file edited after a crash stays, with its history, and is no longer moved")
  func editedAfterCrash() throws {
    var kept = 0
    var moment = 0
    while true {
      moment += 1
      let hall = try Self.hall()
      let before = [Self.made, Self.history].map(hall.bytes)
      let disk = FaultyDisk(.killed, at: moment)
      _ = try? Self.unmake(hall, disk: disk)
      guard disk.struck else { break }
      guard hall.bytes(Self.made) != nil else { continue }
      let mine = FaultTests.text(2, "我的")
      try hall.write(Self.made, bytes: mine)
      _ = try HallWriter(hall.hall).lock()
      #expect(hall.bytes(Self.made) == mine && hall.bytes(Self.history) == before[1])
      kept += 1
    }
    #expect(kept > 15)
  }

  @Test("a note that would move a file anywhere but to .hall/undone/ is ignored")
  func strayNotes() throws {
    let hall = try Self.hall()
    let text = try #require(hall.bytes(Self.made))
    for target in ["agendas/x.md", ".hall/undone/../x.md", "../x.md"] {
      let lines = "\(SHA256.hex(of: text)) \(Self.made)\n> \(target)\n"
      try hall.write(
        ".hall/pending", lines + "sha256:" + SHA256.hex(of: Array(lines.utf8)) + "\n")
      _ = try HallWriter(hall.hall).lock()
      #expect(hall.bytes(Self.made) == text && hall.bytes(".hall/pending") == nil)
    }
  }

  @Test("an .hall/undone/ that is a link is refused, and nothing has changed")
  func linked() throws {
    let hall = try Self.hall()
    try FileManager.default.createDirectory(
      atPath: hall.outside + "/elsewhere", withIntermediateDirectories: true)
    try hall.link(".hall/undone", to: hall.outside + "/elsewhere")
    let before = [Self.made, Self.history].map(hall.bytes)
    #expect(throws: HallWriter.Failure.self) { try Self.unmake(hall) }
    #expect([Self.made, Self.history].map(hall.bytes) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: hall.outside + "/elsewhere") == [])
  }
}
