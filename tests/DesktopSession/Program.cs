// The module's files for Windows PowerShell in a process of .NET Framework (or Mono), loaded as powershell.exe loads them, beside another AWS SDK.
//   DesktopSession.exe out/CustomLabels/desktop samples [before|after tests/FakeAwsTools/V4/bin/Release/net472]
// Prints what was detected, and the file of each AWSSDK.Core that is loaded.
using System;
using System.IO;
using System.Linq;
using System.Reflection;
using CustomLabels.DesktopSession;

if (args.Length is not (2 or 4)) return 2;
string folder = Path.GetFullPath(args[0]), samples = Path.GetFullPath(args[1]);

// For this program's own references alone; those of the module are its own business.
AppDomain.CurrentDomain.AssemblyResolve += (_, asked) =>
    asked.RequestingAssembly == typeof(Detection).Assembly ? Assembly.LoadFrom(Path.Combine(folder, new AssemblyName(asked.Name).Name + ".dll")) : null;

if (args.Length == 4 && args[2] == "before") LoadOther(args[3]);

foreach (var required in new[] { "CustomLabels.Core", "CustomLabels.Local" }) Assembly.LoadFrom(Path.Combine(folder, $"{required}.dll"));
var module = Assembly.LoadFrom(Path.Combine(folder, "CustomLabels.dll"));
var loading = module.GetType("CustomLabels.Loading.DesktopLoading", throwOnError: true)!;
var session = Activator.CreateInstance(loading)!;
loading.GetMethod("OnImport")!.Invoke(session, null);

var first = Detection.Run(module, samples);
if (args.Length == 4 && args[2] == "after") LoadOther(args[3]);
Console.WriteLine(first == Detection.Run(module, samples) ? first : "The second run found something else.");

foreach (var sdk in AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.GetName().Name == "AWSSDK.Core")) Console.WriteLine(sdk.Location);
return 0;

static void LoadOther(string folder)
{
    foreach (var file in Directory.GetFiles(folder, "AWSSDK.*.dll")) Assembly.LoadFrom(file);
    var fake = Assembly.LoadFrom(Directory.GetFiles(folder, "FakeAwsTools.*.dll").Single());
    Console.WriteLine("Other: " + fake.GetType("CustomLabels.Testing.FakeAwsTools.Session", throwOnError: true)!.GetMethod("Use")!.Invoke(null, null));
}
