import Foundation
import HallStore
import Testing

/// Drafts on a failing disk.
@Suite("A draft is kept whatever happens")
struct DraftFileTests {
  private static let base = Array("---\n会议: M-2025-001\n---\n".utf8)
  private static let typed = Array("---\n会议: M-2025-001\n---\n\n打了很久的字。\n".utf8)

  private static func hall() throws -> TemporaryHall {
    let hall = try TemporaryHall()
    try hall.write("agendas/M-2025-001.md", bytes: base)
    return hall
  }

  @Test("a draft is on disk with the text it is based on, readable only by its owner")
  func hand() throws {
    let hall = try Self.hall()
    let draft = DraftFile("M-2025-001", in: try hall.hall)
    #expect(try draft.kept() == nil)
    try draft.hand(Self.typed, madeOn: Self.base)
    #expect(try draft.kept() == DraftFile.Kept(text: Self.typed, base: Self.base))
    #expect(draft.path == hall.root + "/.hall/drafts/M-2025-001.md")
    for name in ["M-2025-001.md", "M-2025-001.base", "M-2025-001.before"] {
      let facts = try FileManager.default.attributesOfItem(
        atPath: hall.root + "/.hall/drafts/" + name)
      #expect((facts[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }
    try draft.remove()
    #expect(try draft.kept() == nil)
    #expect(try draft.text() == .none)
  }

  @Test(
    "a fault at any operation loses neither the draft nor the text it is based on",
    arguments: FaultyDisk.Fault.allCases)
  func faults(fault: FaultyDisk.Fault) throws {
    var moment = 1
    while true {
      let hall = try Self.hall()
      let folder = try hall.hall
      try DraftFile("M-2025-001", in: folder).hand(Self.base, madeOn: Self.base)
      try hall.write(".hall/drafts/M-2025-001.md", bytes: Self.typed)
      let disk = FaultyDisk(fault, at: moment)
      _ = try? DraftFile("M-2025-001", in: folder, disk: disk).hand(Self.typed, madeOn: Self.base)
      let kept = try DraftFile("M-2025-001", in: folder).kept()
      #expect(kept == DraftFile.Kept(text: Self.typed, base: Self.base), "\(moment)")
      guard disk.struck else { break }
      moment += 1
    }
    #expect(moment > 10)
  }

  @Test("putting a draft aside never loses it", arguments: FaultyDisk.Fault.allCases)
  func aside(fault: FaultyDisk.Fault) throws {
    var moment = 1
    while true {
      let hall = try Self.hall()
      let folder = try hall.hall
      try DraftFile("M-2025-001", in: folder).hand(Self.typed, madeOn: Self.base)
      let disk = FaultyDisk(fault, at: moment)
      _ = try? DraftFile("M-2025-001", in: folder, disk: disk).setAside()
      let kept = try DraftFile("M-2025-001", in: folder).kept()
      let aside = hall.bytes(".hall/drafts/M-2025-001.old.md")
      #expect(kept?.text == Self.typed || aside == Self.typed, "\(moment)")
      guard disk.struck else { break }
      moment += 1
    }
    #expect(moment > 5)
  }

  @Test("drafts put aside have different names")
  func names() throws {
    let hall = try Self.hall()
    let draft = DraftFile("M-2025-001", in: try hall.hall)
    for name in ["M-2025-001.old.md", "M-2025-001.old-2.md", "M-2025-001.old-3.md"] {
      try draft.hand(Self.typed, madeOn: Self.base)
      #expect(try draft.setAside().hasSuffix(".hall/drafts/" + name))
      #expect(hall.bytes(".hall/drafts/" + name) == Self.typed)
    }
    #expect(try hall.hall.drafts() == [])
  }

  @Test("a hall lists its drafts that were changed")
  func list() throws {
    let hall = try Self.hall()
    #expect(try hall.hall.drafts() == [])
    for (name, text) in [
      ("M-2025-001", Self.typed), ("Q-2025-014", Self.base), ("hall", Self.typed),
    ] {
      try DraftFile(name, in: try hall.hall).hand(text, madeOn: Self.base)
    }
    try hall.write(".hall/drafts/别的.md", bytes: Self.typed)
    #expect(try hall.hall.drafts() == ["M-2025-001", "hall"])
    // vim can recover what was typed into an unchanged file.
    try hall.write(".hall/drafts/.Q-2025-014.md.swp", bytes: [0x62])
    #expect(try hall.hall.drafts() == ["M-2025-001", "Q-2025-014", "hall"])
    try DraftFile("Q-2025-014", in: try hall.hall).remove()
    #expect(try hall.hall.drafts() == ["M-2025-001", "hall"])
    #expect(hall.bytes(".hall/drafts/.Q-2025-014.md.swp") == nil)
    #expect(hall.bytes(".hall/drafts/Q-2025-014.swp") == [0x62])
  }

  @Test("drafts are never outside the hall")
  func outside() throws {
    let hall = try Self.hall()
    try FileManager.default.createDirectory(
      atPath: hall.outside + "/x", withIntermediateDirectories: true)
    try hall.folder(".hall")
    try hall.link(".hall/drafts", to: hall.outside + "/x")
    let draft = DraftFile("M-2025-001", in: try hall.hall)
    #expect(throws: HallWriter.Failure.self) { try draft.hand(Self.typed, madeOn: Self.base) }
    #expect(throws: HallWriter.Failure.self) { _ = try draft.lock() }
    #expect(try FileManager.default.contentsOfDirectory(atPath: hall.outside + "/x").isEmpty)
  }
}
