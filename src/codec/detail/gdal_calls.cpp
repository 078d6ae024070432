// SPDX-License-Identifier: EUPL-1.2
// Every function of GDAL that is called, handed on to the library when somebody calls it. GDAL
// brings 112 libraries along, half the time in which a profile should be on the screen.
#include <cpl_error.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>

#include "base/late_library.hpp"

static wijkbeeld::base::LateLibrary gdal(WIJKBEELD_GDAL_LIBRARY, "GDAL", "gdal-bin");

#define GDAL_CALL(result, name, parameters, arguments) \
  WIJKBEELD_LATE_CALL(gdal, result, name, parameters, arguments)

// clang-format off
extern "C" {
GDAL_CALL(void*, CPLGetErrorHandlerUserData, (), ())
GDAL_CALL(void, CPLPopErrorHandler, (), ())
GDAL_CALL(void, CPLPushErrorHandlerEx, (CPLErrorHandler handler, void* data), (handler, data))

GDAL_CALL(void, GDALClose, (GDALDatasetH dataset), (dataset))
GDAL_CALL(OGRLayerH, GDALDatasetGetLayer, (GDALDatasetH dataset, int layer), (dataset, layer))
GDAL_CALL(OGRLayerH, GDALDatasetGetLayerByName, (GDALDatasetH dataset, const char* name), (dataset, name))
GDAL_CALL(int, GDALDatasetGetLayerCount, (GDALDatasetH dataset), (dataset))
GDAL_CALL(GDALDatasetH, GDALOpenEx,
          (const char* path, unsigned flags, const char* const* formats, const char* const* options, const char* const* siblings),
          (path, flags, formats, options, siblings))
GDAL_CALL(void, RegisterOGRFlatGeobuf, (), ())
GDAL_CALL(void, RegisterOGRGeoJSON, (), ())
GDAL_CALL(void, RegisterOGRGeoPackage, (), ())
GDAL_CALL(void, RegisterOGROpenFileGDB, (), ())
GDAL_CALL(void, RegisterOGRShape, (), ())

GDAL_CALL(int, OGR_FD_GetFieldCount, (OGRFeatureDefnH columns), (columns))
GDAL_CALL(OGRFieldDefnH, OGR_FD_GetFieldDefn, (OGRFeatureDefnH columns, int column), (columns, column))
GDAL_CALL(const char*, OGR_Fld_GetNameRef, (OGRFieldDefnH column), (column))
GDAL_CALL(OGRFieldType, OGR_Fld_GetType, (OGRFieldDefnH column), (column))

GDAL_CALL(void, OGR_F_Destroy, (OGRFeatureH feature), (feature))
GDAL_CALL(double, OGR_F_GetFieldAsDouble, (OGRFeatureH feature, int column), (feature, column))
GDAL_CALL(GIntBig, OGR_F_GetFieldAsInteger64, (OGRFeatureH feature, int column), (feature, column))
GDAL_CALL(const char*, OGR_F_GetFieldAsString, (OGRFeatureH feature, int column), (feature, column))
GDAL_CALL(OGRFieldDefnH, OGR_F_GetFieldDefnRef, (OGRFeatureH feature, int column), (feature, column))
GDAL_CALL(OGRGeometryH, OGR_F_GetGeometryRef, (OGRFeatureH feature), (feature))
GDAL_CALL(int, OGR_F_IsFieldSetAndNotNull, (OGRFeatureH feature, int column), (feature, column))

GDAL_CALL(void, OGR_G_DestroyGeometry, (OGRGeometryH shape), (shape))
GDAL_CALL(int, OGR_G_GetGeometryCount, (OGRGeometryH shape), (shape))
GDAL_CALL(const char*, OGR_G_GetGeometryName, (OGRGeometryH shape), (shape))
GDAL_CALL(OGRGeometryH, OGR_G_GetGeometryRef, (OGRGeometryH shape, int part), (shape, part))
GDAL_CALL(OGRwkbGeometryType, OGR_G_GetGeometryType, (OGRGeometryH shape), (shape))
GDAL_CALL(OGRwkbGeometryType, OGR_GT_Flatten, (OGRwkbGeometryType type), (type))
GDAL_CALL(OGRGeometryH, OGR_G_GetLinearGeometry, (OGRGeometryH shape, double step, char** options), (shape, step, options))
GDAL_CALL(int, OGR_G_GetPointCount, (OGRGeometryH shape), (shape))
GDAL_CALL(int, OGR_G_GetPoints,
          (OGRGeometryH shape, void* x, int x_step, void* y, int y_step, void* z, int z_step),
          (shape, x, x_step, y, y_step, z, z_step))
GDAL_CALL(double, OGR_G_GetX, (OGRGeometryH shape, int point), (shape, point))
GDAL_CALL(double, OGR_G_GetY, (OGRGeometryH shape, int point), (shape, point))
GDAL_CALL(int, OGR_G_HasCurveGeometry, (OGRGeometryH shape, int is_strict), (shape, is_strict))
GDAL_CALL(int, OGR_G_IsEmpty, (OGRGeometryH shape), (shape))

GDAL_CALL(GIntBig, OGR_L_GetFeatureCount, (OGRLayerH layer, int may_be_slow), (layer, may_be_slow))
GDAL_CALL(OGRwkbGeometryType, OGR_L_GetGeomType, (OGRLayerH layer), (layer))
GDAL_CALL(OGRFeatureDefnH, OGR_L_GetLayerDefn, (OGRLayerH layer), (layer))
GDAL_CALL(const char*, OGR_L_GetName, (OGRLayerH layer), (layer))
GDAL_CALL(OGRFeatureH, OGR_L_GetNextFeature, (OGRLayerH layer), (layer))
GDAL_CALL(OGRSpatialReferenceH, OGR_L_GetSpatialRef, (OGRLayerH layer), (layer))
GDAL_CALL(void, OGR_L_ResetReading, (OGRLayerH layer), (layer))

GDAL_CALL(OGRSpatialReferenceH, OSRClone, (OGRSpatialReferenceH system), (system))
GDAL_CALL(void, OSRDestroySpatialReference, (OGRSpatialReferenceH system), (system))
GDAL_CALL(const char*, OSRGetAuthorityCode, (OGRSpatialReferenceH system, const char* part), (system, part))
GDAL_CALL(const char*, OSRGetAuthorityName, (OGRSpatialReferenceH system, const char* part), (system, part))
GDAL_CALL(const char*, OSRGetName, (OGRSpatialReferenceH system), (system))
GDAL_CALL(OGRErr, OSRImportFromEPSG, (OGRSpatialReferenceH system, int code), (system, code))
GDAL_CALL(int, OSRIsGeographic, (OGRSpatialReferenceH system), (system))
GDAL_CALL(OGRSpatialReferenceH, OSRNewSpatialReference, (const char* text), (text))
GDAL_CALL(void, OSRSetAxisMappingStrategy, (OGRSpatialReferenceH system, OSRAxisMappingStrategy order), (system, order))
GDAL_CALL(void, OSRSetPROJEnableNetwork, (int is_enabled), (is_enabled))

GDAL_CALL(int, OCTCoordinateTransformationOptionsSetOperation,
          (OGRCoordinateTransformationOptionsH options, const char* steps, int is_reversed), (options, steps, is_reversed))
GDAL_CALL(void, OCTDestroyCoordinateTransformation, (OGRCoordinateTransformationH change), (change))
GDAL_CALL(void, OCTDestroyCoordinateTransformationOptions, (OGRCoordinateTransformationOptionsH options), (options))
GDAL_CALL(OGRCoordinateTransformationH, OCTNewCoordinateTransformation, (OGRSpatialReferenceH from, OGRSpatialReferenceH to), (from, to))
GDAL_CALL(OGRCoordinateTransformationH, OCTNewCoordinateTransformationEx,
          (OGRSpatialReferenceH from, OGRSpatialReferenceH to, OGRCoordinateTransformationOptionsH options), (from, to, options))
GDAL_CALL(OGRCoordinateTransformationOptionsH, OCTNewCoordinateTransformationOptions, (), ())
GDAL_CALL(int, OCTTransform, (OGRCoordinateTransformationH change, int points, double* x, double* y, double* z), (change, points, x, y, z))
GDAL_CALL(int, OCTTransformEx,
          (OGRCoordinateTransformationH change, int points, double* x, double* y, double* z, int* is_done), (change, points, x, y, z, is_done))
}
// clang-format on
#undef GDAL_CALL
