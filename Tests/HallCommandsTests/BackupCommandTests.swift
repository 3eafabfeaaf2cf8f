import HallCommands
import TestSupport
import Testing

@Suite("Backing a hall up")
struct BackupCommandTests {
  @Test(
    "a folder that is not there, and a name of another kind of file, are refused",
    arguments: [
      ("没插的U盘", "没有「没插的U盘」这个文件夹", "hall 备份 没插的U盘.tar"),
      ("没插的U盘/", "没有「没插的U盘」这个文件夹", "hall 备份 没插的U盘.tar"),
      ("../备份.zip", "备份是 tar 文件，不是 zip", "hall 备份 ../备份.tar"),
    ])
  func refused(name: String, why: String, way: String) throws {
    let hall = try TestHall(["agendas/M-2025-008.md": meeting(item: "说了半天。")])
    let before = hall.files
    let answer = hall.run("backup", name)
    #expect(answer.status == 2)
    #expect(answer.errors.contains(why) && answer.errors.contains(way), "\(answer.errors)")
    #expect(hall.files == before)
  }
}
