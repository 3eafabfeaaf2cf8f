import FoundationEssentials
@testable import HallStore
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("The lock of a hall")
struct LockTests {
  private func isBusy(_ hall: TemporaryHall, _ patience: HallLock.Patience) throws -> Bool {
    do {
      _ = try HallWriter(hall.hall).lock(patience)
      return false
    } catch HallWriter.Failure.busy {
      return true
    }
  }

  @Test("the lock is held even if .hall/ is removed")
  func removedFolder() throws {
    let hall = try TemporaryHall()
    try hall.folder(".hall")
    let lock = try HallWriter(hall.hall).lock()
    try FileManager.default.removeItem(atPath: hall.root + "/.hall")
    #expect(try isBusy(hall, HallLock.Patience(ends: 0)))
    withExtendedLifetime(lock) {}
  }

  @Test("a waiting process says so once, gives up in the end, and gets the lock when it is free")
  func waiting() throws {
    let hall = try TemporaryHall()
    var lock: HallLock? = try HallWriter(hall.hall).lock()
    let told = Mutex(0)
    let patience = HallLock.Patience(tells: 5, ends: 300) { told.withLock { $0 += 1 } }
    #expect(try isBusy(hall, patience))
    #expect(told.withLock { $0 } == 1)
    #expect(lock != nil)
    lock = nil
    #expect(try !isBusy(hall, patience))
    #expect(told.withLock { $0 } == 1)
  }

  @Test("a released lock is free, even if a program that is being started has a copy of it")
  func copied() throws {
    let hall = try TemporaryHall()
    let disk = SystemDisk()
    let first = try disk.openLock(hall.hall.top, isFolder: true)
    #expect(try disk.tryLock(first))
    let copy = dup(first.descriptor)
    defer { _ = close(copy) }
    disk.release(first)
    let second = try disk.openLock(hall.hall.top, isFolder: true)
    #expect(try disk.tryLock(second))
    disk.release(second)
  }

  @Test("if a folder cannot be locked, a file is locked instead")
  func network() throws {
    let hall = try TemporaryHall()
    let disk = FaultyDisk(.error, at: .max, isRemote: true)
    let lock = try HallWriter(hall.hall, disk: disk).lock()
    #expect(throws: HallWriter.Failure.self) {
      try HallWriter(hall.hall, disk: disk).lock(HallLock.Patience(ends: 0))
    }
    withExtendedLifetime(lock) {}
  }

  @Test("a .hall that is a link is refused, and nothing is written to its target")
  func link() throws {
    let hall = try TemporaryHall()
    try hall.folder("../elsewhere")
    try hall.link(".hall", to: hall.outside + "/elsewhere")
    try hall.write(FaultTests.first, bytes: FaultTests.text(1, "甲"))
    #expect(throws: HallWriter.Failure.self) {
      try FaultTests.record(hall, [FaultTests.edit(hall, FaultTests.first, to: nil)])
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: hall.outside + "/elsewhere") == [])
    #expect(hall.bytes("history/M-2025-001.md") == nil)
  }
}
