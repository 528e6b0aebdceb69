import "es-module-shims";
